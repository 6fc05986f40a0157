from __future__ import annotations

import pytest

from newslint.facts.addresses import (
    fault,
    is_tracking,
    named_domain,
    normal_form,
    read_address,
    registered_domain,
    same_owner,
    unwrapped,
)


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("news.courier.co.uk", "courier.co.uk"),
        ("courier.com", "courier.com"),
        ("Courier.COM.", "courier.com"),
        ("marlau.blogspot.com", "marlau.blogspot.com"),
        ("новости.вестник.рф", "вестник.рф"),
        ("news.courier.example", "courier.example"),
        ("co.uk", None),
        ("localhost", None),
        ("10.0.0.1", None),
        ("cms.internal", None),
        ("example", None),
        ("www..courier.com", None),
        ("a" * 70 + ".com", None),
    ],
)
def test_registered_domain(host: str, domain: str | None) -> None:
    assert registered_domain(host) == domain


def test_parts() -> None:
    address = read_address(" https://User:pw@News.Courier.co.uk:8443/a//b/?x=1#top ")
    assert address is not None
    assert (address.host, address.domain, address.segments) == ("news.courier.co.uk", "courier.co.uk", ["a", "b"])
    assert (address.query, address.fragment) == ("x=1", "top")


@pytest.mark.parametrize("url", ["", "/lock", "courier.com/lock", "https://", "https://[x/", "https://a.com:x/", "a b"])
def test_either_parts_or_a_fault(url: str) -> None:
    assert read_address(url) is None
    assert fault(url)


def test_no_fault_in_an_address() -> None:
    assert fault("https://courier.com/lock") is None


@pytest.mark.parametrize(
    ("source", "domain"),
    [
        ("www.courier.com", "courier.com"),
        ("Courier.com", "courier.com"),
        ("https://courier.com/", "courier.com"),
        ("The Marlow Courier", None),
        ("Courier", None),
        ("Courier No. 7", None),
        ("v1.2", None),
    ],
)
def test_source_that_is_a_domain(source: str, domain: str | None) -> None:
    assert named_domain(source) == domain


def test_owner() -> None:
    assert same_owner("courier.com", "courier.co.uk")
    assert not same_owner("courier.com", "kurier.com")


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://web.archive.org/web/20110106023242/http://courier.com/view?id=1", "courier.com"),
        ("https://web.archive.org/web/2011id_/https://courier.com/", "courier.com"),
        ("https://web.archive.org/about", "web.archive.org"),
        ("https://www.google.com/amp/s/amp.courier.com/lock", "amp.courier.com"),
        ("https://courier-com.cdn.ampproject.org/c/s/courier.com/lock", "courier.com"),
        ("https://courier.com/amp/s/kurier.de/lock", "courier.com"),
    ],
)
def test_unwrapped(url: str, host: str) -> None:
    address = read_address(url)
    assert address is not None
    assert unwrapped(address).host == host


def test_an_archive_keeps_the_query() -> None:
    address = read_address("https://web.archive.org/web/2011/http://courier.com/view?id=1")
    assert address is not None
    assert unwrapped(address).query == "id=1"


@pytest.mark.parametrize("parameter", ["utm_source=rss", "UTM_CAMPAIGN", "fbclid=x", "at_custom1=y", "ns_mchannel=rss"])
def test_tracking(parameter: str) -> None:
    assert is_tracking(parameter)


@pytest.mark.parametrize(
    "parameter", ["id=7", "ref=world", "source=news", "cid=3", "utm", "at_home=1", "xutm_source=1", ""]
)
def test_not_tracking(parameter: str) -> None:
    assert not is_tracking(parameter)


@pytest.mark.parametrize(
    "url",
    [
        "http://www.courier.com:80/caf%c3%a9/",
        "https://courier.com/café",
        "https://courier.com/caf%C3%A9/index.html?utm_source=rss#top",
        "https://courier.com/%63afé?",
    ],
)
def test_one_page_has_one_form(url: str) -> None:
    address = read_address(url)
    assert address is not None
    assert normal_form(address) == "courier.com/caf%C3%A9"


def test_what_is_needed_stays() -> None:
    address = read_address("https://m.courier.com/View?b=%2F&a=1#!/x")
    assert address is not None
    assert normal_form(address) == "m.courier.com/View?a=1&b=%2F#!/x"


def test_lone_surrogates_do_not_stop_it() -> None:
    address = read_address("https://courier.com/\ud800")
    assert address is not None
    assert normal_form(address) == "courier.com/%ED%A0%80"
