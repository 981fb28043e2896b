package org.emcsettlement.baseline.model;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text forms of regressors:
 *
 * <ul>
 *   <li>{@code DAYS}
 *   <li>{@code TEMPERATURE_DAYS}, {@code DEGREES_BELOW(15.50)}, {@code DEGREES_ABOVE(22.00)}; with
 *       a second number, as in {@code DEGREES_BELOW(15.50,0.30)}, on a mean temperature in which
 *       the day before has that weight; {@code TEMPERATURE_DAYS(0.30)} likewise
 *   <li>{@code HEADCOUNT_DAYS}, {@code <DRIVER>_DAYS}
 *   <li>{@code DAYTYPE(WORKDAY)} and the other {@link DayType}s, {@code MONTH(7)}, {@code
 *       TEN_DAYS(19)}, {@code BEFORE(2025-07-01)}
 *   <li>{@code SIN_YEAR(1)}, {@code COS_YEAR(1)}
 *   <li>{@code HOUR_OF_WEEK(32)}, {@code HOURS(1-5:8-18)}, {@code
 *       HOUR_DEGREES(10.00,18.33,1-5:8-18)}
 *   <li>{@code A*B}, the product of two daily values, as in {@code
 *       DAYTYPE(WORKDAY)*DEGREES_BELOW(15.50)}
 * </ul>
 */
final class RegressorText {

  private static final Pattern WITH_ARGUMENTS = Pattern.compile("([A-Z_]+)\\((.+)\\)");
  private static final String OF_DAYS = "_DAYS";

  private RegressorText() {}

  static Regressor parse(String text) {
    int times = productSign(text);
    if (times > 0) {
      return new RegressorProduct(
          parse(text.substring(0, times)), parse(text.substring(times + 1)));
    }
    Matcher matcher = WITH_ARGUMENTS.matcher(text);
    if (matcher.matches()) {
      return withArguments(text, matcher.group(1), matcher.group(2));
    }
    if (text.equals("DAYS")) {
      return new Days();
    }
    if (text.equals("TEMPERATURE_DAYS")) {
      return new TemperatureDays(Lag.NONE);
    }
    if (text.endsWith(OF_DAYS) && text.length() > OF_DAYS.length()) {
      return new DriverDays(text.substring(0, text.length() - OF_DAYS.length()));
    }
    throw unknown(text);
  }

  /** The first star outside parentheses, −1 without one. */
  private static int productSign(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == '*' && depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static Regressor withArguments(String text, String name, String arguments) {
    String[] parts = arguments.split(",", 3);
    return switch (name) {
      case "TEMPERATURE_DAYS" -> new TemperatureDays(new Lag(new BigDecimal(parts[0])));
      case "DEGREES_BELOW" -> new DegreesBelow(new BigDecimal(parts[0]), lag(parts));
      case "DEGREES_ABOVE" -> new DegreesAbove(new BigDecimal(parts[0]), lag(parts));
      case "DAYTYPE" -> new DayTypeDays(DayType.of(arguments));
      case "MONTH" -> new MonthDays(Integer.parseInt(arguments));
      case "SIN_YEAR" -> new YearWave(YearWave.Phase.SIN, Integer.parseInt(arguments));
      case "COS_YEAR" -> new YearWave(YearWave.Phase.COS, Integer.parseInt(arguments));
      case "TEN_DAYS" -> new TenDays(Integer.parseInt(arguments));
      case "BEFORE" -> DaysBefore.parse(arguments);
      case "HOURS" -> new HourCount(HourSet.parse(arguments));
      case "HOUR_OF_WEEK" -> new HourOfWeek(Integer.parseInt(arguments));
      case "HOUR_DEGREES" -> {
        if (parts.length < 3) {
          throw unknown(text);
        }
        yield new HourDegrees(
            HourDegrees.bound(parts[0]), HourDegrees.bound(parts[1]), HourSet.parse(parts[2]));
      }
      default -> throw unknown(text);
    };
  }

  private static Lag lag(String[] parts) {
    return parts.length > 1 ? new Lag(new BigDecimal(parts[1])) : Lag.NONE;
  }

  private static IllegalArgumentException unknown(String text) {
    return new IllegalArgumentException(
        "regressor \""
            + text
            + "\" is none of DAYS, TEMPERATURE_DAYS, DEGREES_BELOW(t), DEGREES_ABOVE(t),"
            + " DAYTYPE(type), MONTH(m), TEN_DAYS(k), BEFORE(date), SIN_YEAR(k), COS_YEAR(k),"
            + " HOUR_OF_WEEK(h), HOURS(hours), HOUR_DEGREES(lo,hi,hours), <DRIVER>_DAYS, or a product of two of them");
  }
}
