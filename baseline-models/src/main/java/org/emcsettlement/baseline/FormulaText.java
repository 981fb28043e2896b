package org.emcsettlement.baseline;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.emcsettlement.baseline.model.Regressor;
import org.emcsettlement.core.quantity.Commodity;

/** The formula of a frozen baseline for readers, in both languages. */
final class FormulaText {

  private final Commodity commodity;
  private final List<Coefficient> coefficients;

  FormulaText(Commodity commodity, List<Coefficient> coefficients) {
    this.commodity = commodity;
    this.coefficients = coefficients;
  }

  String zh() {
    return commodity.zh() + "基准 [" + commodity.unit() + "] = " + terms(Regressor::zh);
  }

  String en() {
    return "baseline of "
        + commodity.en()
        + " ["
        + commodity.unit()
        + "] = "
        + terms(Regressor::en);
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
}
