package io.paymentsengine.saga.domain;

import java.time.Instant;

/// One entry of a saga's journal: what happened, and its result. Entries never change.
///
/// @param seq number of the entry in the saga's journal, starting with 1
/// @param at when it was handled
/// @param cause what happened
/// @param detail the result
public record JournalEntry(SagaKey saga, int seq, Instant at, Cause cause, String detail) {}
