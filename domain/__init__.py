# SPDX-License-Identifier: EUPL-1.2
"""The procedure, pure: proposal, plan, actions, hearing, adoption. Days go in, answers come out."""
