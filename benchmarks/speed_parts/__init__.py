"""The parts of ``speed.py``: each module measures one thing and has ``run(bench) -> Result``."""
