package org.emcsettlement.settlement.report.page;

import java.math.BigDecimal;
import java.util.Optional;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.Rational;
import org.emcsettlement.settlement.statement.Bilingual;

/** What a cell or a field holds. */
@FunctionalInterface
public interface Content {

  /** Nothing. */
  Content NONE = page -> {};

  /**
   * Writes itself.
   *
   * @param page takes it
   */
  void write(Markup page);

  /**
   * Text of this library, the same in both languages.
   *
   * @param text the text
   * @return it
   */
  static Content text(String text) {
    return page -> page.text(text);
  }

  /**
   * Text of this library in both languages.
   *
   * @param zh in Chinese
   * @param en in English
   * @return both
   */
  static Content both(String zh, String en) {
    return page -> page.both(zh, en);
  }

  /**
   * Text that comes from data.
   *
   * @param text the text
   * @return it
   */
  static Content data(String text) {
    return page -> page.data(text);
  }

  /**
   * Text that comes from data in both languages.
   *
   * @param text the text
   * @return it, once if it is the same in both
   */
  static Content data(Bilingual text) {
    return page -> page.data(text);
  }

  /**
   * The first and the last day, both included, on one line.
   *
   * @param period the days
   * @return them
   */
  static Content days(Period period) {
    return page -> page.element("span", Notation.days(period), "class", "days");
  }

  /**
   * An identifier or a digest.
   *
   * @param text the identifier
   * @return it
   */
  static Content code(String text) {
    return page -> page.open("code").data(text).close("code");
  }

  /**
   * An amount; a negative one is marked.
   *
   * @param amount the amount
   * @return it
   */
  static Content amount(BigDecimal amount) {
    return number(Numbers.amount(amount), amount.signum());
  }

  /**
   * An amount if there is one.
   *
   * @param amount the amount
   * @return it, or nothing
   */
  static Content amount(Optional<BigDecimal> amount) {
    return amount.map(Content::amount).orElse(NONE);
  }

  /**
   * A quantity; a negative one is marked.
   *
   * @param quantity the quantity
   * @return it
   */
  static Content quantity(Rational quantity) {
    return number(Numbers.quantity(quantity), quantity.signum());
  }

  /**
   * A quantity where room is short; a negative one is marked.
   *
   * @param quantity the quantity
   * @return it
   */
  static Content brief(Rational quantity) {
    return number(Numbers.brief(quantity), quantity.signum());
  }

  /**
   * A share of a whole in percent; a negative one is marked.
   *
   * @param part the part
   * @param whole the whole
   * @return the share
   */
  static Content rate(Rational part, Rational whole) {
    return number(Numbers.rate(part, whole), part.signum());
  }

  /**
   * A unit behind a number or a name, with a space before it.
   *
   * @param unit the unit's symbol
   * @return it
   */
  static Content unit(String unit) {
    return page ->
        page.text(" ").open("span", "class", "unit").data(Notation.unit(unit)).close("span");
  }

  /**
   * A number as text; a negative one is marked.
   *
   * @param text the number
   * @param sign its sign
   * @return it
   */
  static Content number(String text, int sign) {
    return sign < 0 ? page -> page.element("span", text, "class", "neg") : text(text);
  }

  /**
   * A commodity.
   *
   * @param commodity the commodity
   * @return its name
   */
  static Content commodity(Commodity commodity) {
    return both(commodity.zh(), commodity.en());
  }

  /**
   * This, then a smaller remark.
   *
   * @param remark the remark
   * @return both
   */
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

  /**
   * This, then that.
   *
   * @param that what follows
   * @return both
   */
  default Content then(Content that) {
    return page -> {
      write(page);
      that.write(page);
    };
  }
}
