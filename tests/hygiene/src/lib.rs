//! The derive in hostile surroundings; see the folder `tests`.
