package org.emcsettlement.settlement.report;

import java.math.BigDecimal;
import java.util.List;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.report.page.Axis;
import org.emcsettlement.settlement.report.page.Svg;

/** The frame of a chart over months: its scale to the left, months below, and where things go. */
final class Plot {

  static final double WIDTH = 332;
  static final double HEIGHT = 138;

  private static final double TOP = 10;
  private static final double BOTTOM = HEIGHT - 30;
  private static final double RIGHT = WIDTH - 4;
  private static final double FONT = 9;

  private final Axis axis;
  private final double left;
  private final double slot;

  /**
   * A frame.
   *
   * @param axis its scale
   * @param months how many months it has, at least one
   */
  Plot(Axis axis, int months) {
    this.axis = axis;
    this.left = axis.labelWidth() * FONT + 8;
    // a year that has just begun does not fill the frame with one bar
    this.slot = (RIGHT - left) / Math.max(months, 4);
  }

  double left() {
    return left;
  }

  double right() {
    return RIGHT;
  }

  /** The left edge of a month. */
  double edge(int month) {
    return left + slot * month;
  }

  /** The middle of a month. */
  double middle(int month) {
    return left + slot * (month + 0.5);
  }

  /** The width of a bar. */
  double bar() {
    return Math.min(slot * 0.62, 30);
  }

  double y(Rational value) {
    return BOTTOM - (BOTTOM - TOP) * axis.position(value);
  }

  /** Draws scale and months. */
  void frame(Svg svg, List<Month> months) {
    for (BigDecimal tick : axis.ticks()) {
      double y = y(Rational.of(tick));
      svg.line(tick.signum() == 0 ? "zero" : "grid", left, y, RIGHT, y);
      svg.text("tick", left - 5, y + 3, Axis.label(tick));
    }
    for (int i = 0; i < months.size(); i++) {
      Month month = months.get(i);
      // every second one where twelve do not fit
      if (slot >= 19 || i % 2 == 0) {
        svg.text("month", middle(i), BOTTOM + 12, month.shortLabel());
      }
      if (i == 0 || month.first().getMonthValue() == 1) {
        svg.text("month year", middle(i), BOTTOM + 24, Integer.toString(month.first().getYear()));
      }
    }
  }
}
