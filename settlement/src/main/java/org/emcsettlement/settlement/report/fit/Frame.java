package org.emcsettlement.settlement.report.fit;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.report.page.Axis;
import org.emcsettlement.settlement.report.page.Svg;

/** The frame of a chart: a scale to the left, and numbers or months below. */
final class Frame {

  /** Two of these stand side by side. */
  static final double HALF = 332;

  static final double FULL = 688;

  private static final double TOP = 12;
  private static final double FOOT = 30;
  private static final double FONT = 9;

  /** Months are labelled where so much room is between them. */
  private static final double MONTH = 19;

  private final double width;
  private final double bottom;
  private final Axis axis;
  private final double left;

  Frame(double width, double height, Axis axis) {
    this.width = width;
    this.bottom = height - FOOT;
    this.axis = axis;
    this.left = axis.labelWidth() * FONT + 8;
  }

  /** A scale with zero, unless all values are far from it. */
  static Axis scale(double low, double high, int intervals) {
    boolean far = low > high / 2 || high < low / 2;
    return Axis.spanning(far ? low : Math.min(0, low), far ? high : Math.max(0, high), intervals);
  }

  double left() {
    return left;
  }

  double right() {
    return width - 6;
  }

  double top() {
    return TOP;
  }

  double bottom() {
    return bottom;
  }

  double y(double value) {
    return bottom - (bottom - TOP) * axis.position(value);
  }

  /** Where a part of the width lies, 0 at the left, 1 at the right. */
  double x(double part) {
    return left + (right() - left) * part;
  }

  /** Where a day of a period begins. */
  double x(Period period, LocalDate date) {
    double days = date.toEpochDay() - period.start().toEpochDay();
    return x(days / period.days());
  }

  /** Draws the scale to the left. */
  void scale(Svg svg) {
    for (BigDecimal tick : axis.ticks()) {
      double y = y(tick.doubleValue());
      svg.line(tick.signum() == 0 ? "zero" : "grid", left, y, right(), y);
      svg.text("tick", left - 5, y + 3, Axis.label(tick));
    }
  }

  /** Draws numbers below, with what they are. */
  void numbers(Svg svg, Axis below, String name) {
    for (BigDecimal tick : below.ticks()) {
      double x = x(below.position(tick));
      svg.line("grid", x, bottom, x, bottom + 3);
      svg.text("month", x, bottom + 12, Axis.label(tick));
    }
    svg.text("month", (left + right()) / 2, bottom + 25, name);
  }

  /** Draws months below, fewer where there are many, and years below them. */
  void months(Svg svg, Period period) {
    double room = (right() - left) * 30 / period.days();
    int every = room >= MONTH ? 1 : room * 3 >= MONTH ? 3 : 12;
    boolean first = true;
    for (Period month : period.months()) {
      int number = month.start().getMonthValue();
      boolean begins = month.start().getDayOfMonth() == 1;
      if ((number - 1) % every == 0 && begins) {
        double x = x(period, month.start());
        svg.line("grid", x, TOP, x, bottom + 3);
        double wide = Math.min(1, month.days() / 30.0) * room;
        if (every < 12) {
          svg.text("month", x + wide / 2, bottom + 12, Integer.toString(number));
        }
        if (first || number == 1) {
          String year = Integer.toString(month.start().getYear());
          svg.text("month year", x + wide / 2, bottom + (every < 12 ? 24 : 12), year);
          first = false;
        }
      }
    }
  }
}
