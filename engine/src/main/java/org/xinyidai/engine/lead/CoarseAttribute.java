package org.xinyidai.engine.lead;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinyidai.models.feature.Unit;
import org.xinyidai.models.product.AcceptedSet;
import org.xinyidai.models.product.Attribute;
import org.xinyidai.models.product.Interval;
import org.xinyidai.models.product.Text;
import org.xinyidai.models.product.ValueText;

/**
 * An attribute and the bands in which it is told (粗粒度字段).
 *
 * @param cuts the least value of each band but the first, ascending; none where every class is a
 *     band of {@code width}
 * @param width of equal bands that begin at whole multiples of it; 0 where there are cuts
 */
public record CoarseAttribute(Attribute attribute, int position, List<Double> cuts, double width) {
  private static final char MINUS = '\u2212';

  public CoarseAttribute {
    cuts = List.copyOf(cuts);
  }

  public String name() {
    return attribute.name();
  }

  /** The band of a value; NaN where it is missing. Bands of greater values are greater. */
  public double band(double value) {
    if (Double.isNaN(value)) {
      return Double.NaN;
    }
    if (width > 0) {
      return Math.floor(value / width);
    }
    int band = 0;
    while (band < cuts.size() && cuts.get(band) <= value) {
      band++;
    }
    return band;
  }

  /** The values of a band. */
  Interval interval(double band) {
    if (width > 0) {
      return new Interval(band * width, Math.nextDown((band + 1) * width));
    }
    int i = (int) band;
    return new Interval(
        i == 0 ? Double.NEGATIVE_INFINITY : cuts.get(i - 1),
        i == cuts.size() ? Double.POSITIVE_INFINITY : Math.nextDown(cuts.get(i)));
  }

  /**
   * The part of a condition that is a union of whole bands, so that nobody is told by which side of
   * an odd bound he lies on.
   */
  AcceptedSet snapped(AcceptedSet asked) {
    List<Interval> inside = new ArrayList<>();
    for (Interval interval : asked.intervals()) {
      if (width > 0) {
        double from = Math.ceil(interval.from() / width);
        double to = Math.floor((Math.floor(interval.to()) + 1) / width);
        if (from < to) {
          inside.add(new Interval(from * width, Math.nextDown(to * width)));
        }
      } else {
        for (int band = 0; band <= cuts.size(); band++) {
          Interval whole = interval(band);
          boolean fromBelow = band == 0 && interval.from() <= least();
          if ((fromBelow || interval.from() <= whole.from()) && covers(interval.to(), whole.to())) {
            inside.add(whole);
          }
        }
      }
    }
    return new AcceptedSet(position, inside, asked.missingPasses());
  }

  /**
   * Who asks from here on means the lowest band: nothing is below none, no fall deeper than all.
   */
  private double least() {
    return attribute.unit() == Unit.RATIO ? -1 : 0;
  }

  /** Of whole numbers, "up to 11" covers what is below 12. */
  private boolean covers(double to, double end) {
    return end <= to || (attribute.wholeNumbers() && Math.ceil(end) - 1 <= to);
  }

  /** A band in words; null where the value is missing. */
  public @Nullable Text words(double band) {
    if (Double.isNaN(band)) {
      return null;
    }
    if (width > 0) {
      String code = attribute.coding().code(band * width);
      int told = code.length() - (int) Math.round(Math.log10(width));
      String shown = width > 1 ? code.substring(0, told) : code;
      return new Text(shown, shown);
    }
    int i = (int) band;
    if (i == 0) {
      Text below = value(cuts.get(0));
      return new Text("低于" + below.zh(), "below " + below.en());
    }
    Text from = value(cuts.get(i - 1));
    if (i == cuts.size()) {
      return new Text(from.zh() + "及以上", from.en() + " or more");
    }
    Text to = value(cuts.get(i));
    return new Text(from.zh() + "至" + to.zh(), from.en() + " to below " + to.en());
  }

  /** With the sign of mathematics, for tables take what begins with a hyphen for a formula. */
  private Text value(double value) {
    Text text = ValueText.of(attribute, value);
    return new Text(text.zh().replace('-', MINUS), text.en().replace('-', MINUS));
  }
}
