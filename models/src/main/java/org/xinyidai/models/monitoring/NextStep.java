package org.xinyidai.models.monitoring;

import org.xinyidai.models.monitoring.Alert.Level;
import org.xinyidai.models.monitoring.Alert.Measure;
import org.xinyidai.models.product.Text;

/** What is to be done about an alert (处置建议). */
final class NextStep {
  private NextStep() {}

  static Text of(Measure measure, Level level) {
    boolean act = level == Level.ACT;
    return switch (measure) {
      case SCORE_PSI ->
          act
              ? new Text(
                  "用 xyd drift 查明是哪个数据目录、月份和地区；属客群变化的，以近期样本重训挑战模型并影子运行",
                  "Find feed, month and district with xyd drift; where the enterprises themselves"
                      + " changed, train a challenger on recent samples and run it as a shadow")
              : new Text(
                  "下月复核；查看偏移最大的入模指标", "Look again next month; see the inputs that moved most");
      case FEATURE_PSI ->
          act
              ? new Text(
                  "向数源单位核对该指标的口径、覆盖与时效；确属变化的，评估剔除或重训",
                  "Ask the source office for meaning, coverage and freshness; where the change is"
                      + " real, judge the model without it or train anew")
              : new Text(
                  "用 xyd drift 查看分地区的变化，下月复核",
                  "See districts with xyd drift; look again next month");
      case AUC_DROP, KS_DROP ->
          act
              ? new Text(
                  "暂停据此模型扩大授信，用 xyd models compare 比较挑战模型，报审批人决定是否更换",
                  "Do not lend more on this model; compare challengers with xyd models compare and"
                      + " let the approver decide on a change")
              : new Text(
                  "复核该批次的违约认定，观察下一批次",
                  "Check how defaults of the vintage were stated; watch the next");
      case UNSCORED ->
          new Text(
              "补算未计算的特征；查明哪些数据目录没有到齐", "Refresh the features; find the feeds that did not arrive");
      case OVERRIDE ->
          new Text(
              "按机构和等级查看推翻原因；集中于一档的，复核等级切点与准入条件",
              "See by lender and grade why; where one grade stands out, review its cut-off and the"
                  + " products' criteria");
    };
  }
}
