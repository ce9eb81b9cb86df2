"""Records against gold: how far the values of each field are right (the door behind ``vanban evaluate``)."""
