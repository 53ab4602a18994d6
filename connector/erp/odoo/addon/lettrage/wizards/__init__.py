from . import lettrage_pairing
