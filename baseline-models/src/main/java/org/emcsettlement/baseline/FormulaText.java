package org.emcsettlement.baseline;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.series.DailyDrivers;

/** The formula of a frozen baseline for readers, in both languages. */
final class FormulaText {

  private final Commodity commodity;
  private final List<Coefficient> coefficients;

  FormulaText(Commodity commodity, List<Coefficient> coefficients) {
    this.commodity = commodity;
    this.coefficients = coefficients;
  }

  String zh() {
    return commodity.zh() + "基准 [" + commodity.unit() + "] = " + terms(FormulaText::zh);
  }

  String en() {
    return "baseline of "
        + commodity.en()
        + " ["
        + commodity.unit()
        + "] = "
        + terms(FormulaText::en);
  }

  private String terms(Function<Regressor, String> name) {
    StringBuilder text = new StringBuilder();
    for (Coefficient coefficient : coefficients) {
      BigDecimal value = coefficient.value();
      if (text.length() > 0) {
        text.append(value.signum() < 0 ? " − " : " + ");
        value = value.abs();
      }
      text.append(value.toPlainString()).append("·").append(name.apply(coefficient.regressor()));
    }
    return text.toString();
  }

  private static String zh(Regressor regressor) {
    if (regressor instanceof Regressor.Days) {
      return "天数";
    } else if (regressor instanceof Regressor.TemperatureDays) {
      return "Σ日平均气温";
    } else if (regressor instanceof Regressor.DegreesBelow below) {
      return "Σ(" + below.changePoint().toPlainString() + " − 日平均气温)⁺";
    } else if (regressor instanceof Regressor.DegreesAbove above) {
      return "Σ(日平均气温 − " + above.changePoint().toPlainString() + ")⁺";
    }
    return switch (regressor.driver().orElse(DailyDrivers.WORKDAY)) {
      case "HEADCOUNT" -> "人日";
      case "VISITORS" -> "访客人次";
      case "OPERATING_HOURS" -> "运行小时";
      case DailyDrivers.WORKDAY -> "工作日";
      default -> regressor.toString();
    };
  }

  private static String en(Regressor regressor) {
    if (regressor instanceof Regressor.Days) {
      return "days";
    } else if (regressor instanceof Regressor.TemperatureDays) {
      return "Σ daily mean temperature";
    } else if (regressor instanceof Regressor.DegreesBelow below) {
      return "Σ(" + below.changePoint().toPlainString() + " − T)⁺";
    } else if (regressor instanceof Regressor.DegreesAbove above) {
      return "Σ(T − " + above.changePoint().toPlainString() + ")⁺";
    }
    return switch (regressor.driver().orElse(DailyDrivers.WORKDAY)) {
      case "HEADCOUNT" -> "person days";
      case "VISITORS" -> "visits";
      case "OPERATING_HOURS" -> "operating hours";
      case DailyDrivers.WORKDAY -> "working days";
      default -> regressor.toString();
    };
  }
}
