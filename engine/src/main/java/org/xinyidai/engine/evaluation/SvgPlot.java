package org.xinyidai.engine.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A chart of lines and bars as inline SVG (矢量图). Not for many threads. */
final class SvgPlot {
  static final String BAD_COLOUR = "#c0392b";
  static final String GOOD_COLOUR = "#1f6f8b";
  static final String FAINT_COLOUR = "#9aa5b1";

  private static final int WIDTH = 460;
  private static final int HEIGHT = 340;
  private static final int LEFT = 58;
  private static final int RIGHT = 16;
  private static final int TOP = 34;
  private static final int BOTTOM = 50;
  private static final int TICKS = 5;

  private final String title;
  private final Axis across;
  private final Axis up;
  private final StringBuilder marks = new StringBuilder();
  private final List<String> names = new ArrayList<>();
  private final List<String> colours = new ArrayList<>();

  SvgPlot(String title, Axis across, Axis up) {
    this.title = title;
    this.across = across;
    this.up = up;
  }

  /**
   * What an axis shows.
   *
   * @param percent whether its numbers are shares, shown in percent
   */
  record Axis(String label, double from, double to, boolean percent) {
    static Axis share(String label) {
      return new Axis(label, 0, 1, true);
    }

    private String text(double value) {
      double step = (to - from) / TICKS;
      int decimals = percent ? (step >= 0.01 ? 0 : 1) : (step >= 1 ? 0 : 2);
      return String.format(
          Locale.ROOT, "%." + decimals + "f%s", percent ? value * 100 : value, percent ? "%" : "");
    }
  }

  /** A place in the units of the axes. */
  record Point(double x, double y) {}

  SvgPlot line(String name, String colour, List<Point> points) {
    marks.append(polyline(colour, "2", "", points));
    names.add(name);
    colours.add(colour);
    return this;
  }

  SvgPlot dashed(String colour, Point from, Point to) {
    marks.append(polyline(colour, "1", " stroke-dasharray='5 4'", List.of(from, to)));
    return this;
  }

  SvgPlot dots(String colour, List<Point> points) {
    for (Point point : points) {
      marks.append(
          format("<circle cx='%.1f' cy='%.1f' r='4' fill='%s'/>", x(point), y(point), colour));
    }
    return this;
  }

  /** A filled bar from the foot of the chart. */
  SvgPlot bar(String colour, double from, double to, double height) {
    double left = x(new Point(from, 0));
    double right = x(new Point(to, 0));
    double top = y(new Point(0, height));
    marks.append(
        format(
            "<rect x='%.1f' y='%.1f' width='%.1f' height='%.1f' fill='%s' fill-opacity='0.55'/>",
            left, top, right - left, HEIGHT - BOTTOM - top, colour));
    return this;
  }

  /** Names a colour that bars have. */
  SvgPlot key(String name, String colour) {
    names.add(name);
    colours.add(colour);
    return this;
  }

  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg viewBox='0 0 %d %d' role='img' aria-label='%s' xmlns='http://www.w3.org/2000/svg'>",
            WIDTH, HEIGHT, Html.escape(title)));
    svg.append(text(WIDTH / 2.0, 18, "middle", "title", title));
    for (int i = 0; i <= TICKS; i++) {
      double share = (double) i / TICKS;
      double x = LEFT + share * (WIDTH - LEFT - RIGHT);
      double y = HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
      svg.append(grid(x, TOP, x, HEIGHT - BOTTOM)).append(grid(LEFT, y, WIDTH - RIGHT, y));
      double xValue = across.from() + share * (across.to() - across.from());
      double yValue = up.from() + share * (up.to() - up.from());
      svg.append(text(x, HEIGHT - BOTTOM + 16, "middle", "tick", across.text(xValue)));
      svg.append(text(LEFT - 6, y + 4, "end", "tick", up.text(yValue)));
    }
    svg.append(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", "axis", across.label()));
    svg.append(
        format(
            "<text x='14' y='%d' text-anchor='middle' class='axis' transform='rotate(-90 14 %d)'>%s</text>",
            (TOP + HEIGHT - BOTTOM) / 2, (TOP + HEIGHT - BOTTOM) / 2, Html.escape(up.label())));
    svg.append(marks);
    for (int i = 0; i < names.size(); i++) {
      double y = TOP + 14 + 16.0 * i;
      svg.append(
          format(
              "<rect x='%d' y='%.1f' width='12' height='8' fill='%s'/>",
              LEFT + 10, y - 8, colours.get(i)));
      svg.append(text(LEFT + 27, y, "start", "key", names.get(i)));
    }
    return svg.append("</svg>").toString();
  }

  private static String grid(double x1, double y1, double x2, double y2) {
    return format("<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' class='grid'/>", x1, y1, x2, y2);
  }

  private static String text(double x, double y, String anchor, String kind, String words) {
    return format(
        "<text x='%.1f' y='%.1f' text-anchor='%s' class='%s'>%s</text>",
        x, y, anchor, kind, Html.escape(words));
  }

  private String polyline(String colour, String width, String more, List<Point> points) {
    StringBuilder places = new StringBuilder();
    for (Point point : points) {
      places.append(format("%.1f,%.1f ", x(point), y(point)));
    }
    return format(
        "<polyline points='%s' fill='none' stroke='%s' stroke-width='%s'%s/>",
        places.toString().stripTrailing(), colour, width, more);
  }

  private double x(Point point) {
    double share = (point.x() - across.from()) / (across.to() - across.from());
    return LEFT + Math.min(1, Math.max(0, share)) * (WIDTH - LEFT - RIGHT);
  }

  private double y(Point point) {
    double share = (point.y() - up.from()) / (up.to() - up.from());
    return HEIGHT - BOTTOM - Math.min(1, Math.max(0, share)) * (HEIGHT - TOP - BOTTOM);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
