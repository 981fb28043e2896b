package org.emcsettlement.settlement;

import java.util.stream.Collectors;
import org.emcsettlement.settlement.contract.BaselineTerms;
import org.emcsettlement.settlement.statement.Bilingual;

/** How an agreed baseline reads on a statement. */
final class BaselineText {

  private BaselineText() {}

  static Bilingual formula(BaselineTerms terms) {
    if (terms instanceof BaselineTerms.Table table) {
      return table.annual().isPresent()
          ? new Bilingual(
              "约定年基准量 " + table.annual().get().toPlainString() + "，按天分摊",
              "agreed quantity of a contract year "
                  + table.annual().get().toPlainString()
                  + ", by days")
          : new Bilingual("约定的各月基准量", "agreed quantities by month");
    }
    if (terms instanceof BaselineTerms.Years years) {
      String list =
          years.years().stream()
              .map(year -> year.year() + ": " + year.quantity().toPlainString())
              .collect(Collectors.joining(", "));
      String within =
          "±"
              + years.policy().tolerance().movePointRight(2).stripTrailingZeros().toPlainString()
              + " %";
      Bilingual trend =
          switch (years.policy().trend()) {
            case FALLING -> new Bilingual("逐年下降优先，", "falling trend first, ");
            case MONOTONE -> new Bilingual("逐年同向变化优先，", "monotone trend first, ");
            case NONE -> new Bilingual("", "");
          };
      return new Bilingual(
          "按年度规则取值（" + list + "；" + trend.zh() + "允许偏差 " + within + "）",
          "chosen from years (" + list + "; " + trend.en() + "tolerance " + within + ")");
    }
    if (terms instanceof BaselineTerms.DriverRatio ratio) {
      String factors =
          ratio.ratios().stream()
              .map(
                  r ->
                      r.weight().toPlainString()
                          + "·"
                          + r.driver()
                          + "/"
                          + r.reference().toPlainString()
                          + " + 1 − "
                          + r.weight().toPlainString())
              .collect(Collectors.joining(") × ("));
      String formula = ratio.annual().toPlainString() + " × (" + factors + ")";
      return new Bilingual(formula, formula);
    }
    return new Bilingual(terms.source().name(), terms.source().name());
  }
}
