package org.xinyidai.models.training;

/**
 * What one fold's held-out rows say of the model trained on the others (单折指标).
 *
 * @param repeat number of the partition, from 0
 * @param fold number within it, from 0
 * @param brier mean squared error of the probability
 */
public record FoldFigures(
    int repeat, int fold, int rows, int bads, double auc, double ks, double brier) {}
