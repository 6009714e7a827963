package org.xinyidai.engine.market;

/** What the market keeps beside its shelf, demands and matches (融资对接服务). */
public record Market(
    ProductDesk desk,
    Trials trials,
    Quotas quotas,
    PolicyDesk policies,
    LendingExperience experience,
    ServedScores served,
    MatchWatch watch,
    MatchDays days,
    HeldDays held) {}
