# SPDX-License-Identifier: EUPL-1.2
"""Calendar files that griffies send, read as they come (RFC 5545): each line for itself."""
