from . import pair
