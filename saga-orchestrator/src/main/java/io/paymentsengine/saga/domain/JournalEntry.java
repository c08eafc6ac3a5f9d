package io.paymentsengine.saga.domain;

import java.time.Instant;

/// One line of a saga's journal: what happened, and what came of it. Never changed.
///
/// @param seq its number in the saga's journal, from 1
/// @param at when it was handled
/// @param cause what happened
/// @param detail what came of it
public record JournalEntry(SagaKey saga, int seq, Instant at, Cause cause, String detail) {}
