from .sales import *
