package org.emcsettlement.settlement.report;

import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.statement.Bilingual;

/** What a cell or a field holds. */
@FunctionalInterface
interface Content {

  /** Nothing. */
  Content NONE = page -> {};

  /** Writes itself. */
  void write(Markup page);

  /** Text of this library, the same in both languages. */
  static Content text(String text) {
    return page -> page.text(text);
  }

  /** Text of this library in both languages. */
  static Content both(String zh, String en) {
    return page -> page.both(zh, en);
  }

  /** Text of the statement. */
  static Content data(String text) {
    return page -> page.data(text);
  }

  /** Text of the statement in both languages. */
  static Content data(Bilingual text) {
    return page -> page.data(text);
  }

  /** The first and the last day, both included, on one line. */
  static Content days(Period period) {
    return page -> page.element("span", Glossary.days(period), "class", "days");
  }

  /** An identifier or a digest of the statement. */
  static Content code(String text) {
    return page -> page.open("code").data(text).close("code");
  }

  /** An amount; a negative one is marked. */
  static Content amount(BigDecimal amount) {
    return number(Numbers.amount(amount), amount.signum());
  }

  /** An amount if there is one. */
  static Content amount(Optional<BigDecimal> amount) {
    return amount.map(Content::amount).orElse(NONE);
  }

  /** A quantity; a negative one is marked. */
  static Content quantity(Rational quantity) {
    return number(Numbers.quantity(quantity), quantity.signum());
  }

  /** A quantity where room is short; a negative one is marked. */
  static Content brief(Rational quantity) {
    return number(Numbers.brief(quantity), quantity.signum());
  }

  /** A share of a whole in percent; a negative one is marked. */
  static Content rate(Rational part, Rational whole) {
    return number(Numbers.rate(part, whole), part.signum());
  }

  /** A unit behind a number or a name, with a space before it. */
  static Content unit(String unit) {
    return page ->
        page.text(" ").open("span", "class", "unit").data(Glossary.unit(unit)).close("span");
  }

  /** A number as text; a negative one is marked. */
  static Content number(String text, int sign) {
    return sign < 0 ? page -> page.element("span", text, "class", "neg") : text(text);
  }

  /** A commodity. */
  static Content commodity(Commodity commodity) {
    return both(commodity.zh(), commodity.en());
  }

  /** This, then a smaller remark. */
  default Content remarked(Optional<Bilingual> remark) {
    return remark
        .<Content>map(
            text ->
                page -> {
                  write(page);
                  page.open("div", "class", "remark").data(text).close("div");
                })
        .orElse(this);
  }

  /** This, then that. */
  default Content then(Content that) {
    return page -> {
      write(page);
      that.write(page);
    };
  }
}
