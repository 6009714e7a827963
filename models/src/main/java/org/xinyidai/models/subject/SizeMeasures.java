package org.xinyidai.models.subject;

import org.jspecify.annotations.Nullable;

/**
 * What the size of an enterprise is judged by (划型指标), each null where it is not known.
 *
 * @param employees 从业人员, persons
 * @param revenueFen 营业收入 of a year
 * @param assetsFen 资产总额 at its end
 */
public record SizeMeasures(
    @Nullable Long employees, @Nullable Long revenueFen, @Nullable Long assetsFen) {}
