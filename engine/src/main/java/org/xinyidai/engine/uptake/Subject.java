package org.xinyidai.engine.uptake;

import java.util.List;
import org.xinyidai.models.subject.Uscc;
import org.xinyidai.models.uptake.SubjectSpan;

/** What one subject gives to the figures (主体统计数据): its spans and what lenders decided of it. */
record Subject(Uscc uscc, List<SubjectSpan> spans, List<Decision> decisions) {
  Subject {
    spans = List.copyOf(spans);
    decisions = List.copyOf(decisions);
  }
}
