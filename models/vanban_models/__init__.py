"""The trained artefacts of vanban: data files beside this module, each with a card in ``models/cards``."""
