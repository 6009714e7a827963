package org.xinyidai.models.policy;

/**
 * What a tool does for one offer (政策效果).
 *
 * @param yearlySavingFen what the enterprise pays less in a year; 0 where the tool works otherwise
 */
public record PolicyEffect(PolicyTool tool, long yearlySavingFen) {}
