package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.PostedAmount;

/**
 * The bill of a usage under one version of a tariff, every line rounded. Bills of one version and
 * the same days have the same lines in the same order, whatever their quantities.
 */
public final class Bill {

  /**
   * A line.
   *
   * @param charge the id of its charge
   * @param item the line's id in the bill
   * @param label what it is called
   * @param quantity its quantity
   * @param unitPrice its price or rate
   * @param exact its amount before rounding, absent if it is made of posted amounts
   * @param amount its posted amount
   */
  public record Line(
      String charge,
      String item,
      Bilingual label,
      Figure quantity,
      Figure unitPrice,
      Optional<Figure> exact,
      PostedAmount amount) {}

  private final Calculator calculator;
  private final TariffVersion version;
  private final Usage usage;
  private final List<Line> lines = new ArrayList<>();

  private Bill(Calculator calculator, TariffVersion version, Usage usage) {
    this.calculator = calculator;
    this.version = version;
    this.usage = usage;
  }

  /**
   * Bills a usage.
   *
   * @param calculator records every step
   * @param version the version in force on all its days
   * @param usage the usage, with every reading the version needs
   * @return the bill
   */
  public static Bill of(Calculator calculator, TariffVersion version, Usage usage) {
    Bill bill = new Bill(calculator, version, usage);
    version.inOrder().forEach(charge -> charge.bill(bill));
    return bill;
  }

  /** {@return the lines in order} */
  public List<Line> lines() {
    return List.copyOf(lines);
  }

  /** {@return the sum of the lines} */
  public PostedAmount total() {
    return sum("bill-total", lines);
  }

  /** {@return what was billed for} */
  public Usage usage() {
    return usage;
  }

  /**
   * The price of the last unit: what all charges by quantity, and the tax on them, ask for it.
   * Demand, the minimum and the power factor do not follow one unit and are left out.
   *
   * @param band the time band of the unit, empty if the tariff has none
   * @return the price [currency per canonical unit]
   */
  public Figure lastUnit(String band) {
    List<Figure> prices = new ArrayList<>();
    for (Charge charge : version.inOrder()) {
      charge.lastUnit(this, band).ifPresent(prices::add);
    }
    Figure price =
        prices.isEmpty()
            ? calculator.parameter("nothing", BigDecimal.ZERO, priceUnit())
            : calculator.sum("price-of-last-unit", prices);
    for (Charge charge : version.inOrder()) {
      if (charge instanceof VatCharge vat) {
        Figure one = calculator.parameter("one", BigDecimal.ONE, "");
        Figure factor = calculator.plus("utility-vat-factor", one, vat.rate(this));
        price = calculator.times("price-of-last-unit", priceUnit(), price, factor);
      }
    }
    return price;
  }

  Calculator calculator() {
    return calculator;
  }

  TariffVersion version() {
    return version;
  }

  String unit() {
    return usage.total().unit();
  }

  String priceUnit() {
    return calculator.currencyCode() + "/" + unit();
  }

  /** Adds a quantity times a price, rounded. */
  void add(Charge charge, String suffix, Bilingual label, Figure quantity, Figure unitPrice) {
    Figure exact = calculator.times("bill-line", calculator.currencyCode(), quantity, unitPrice);
    add(
        charge,
        suffix,
        label,
        quantity,
        unitPrice,
        Optional.of(exact),
        calculator.post("bill-line", exact));
  }

  /** Adds an amount that is made of posted ones. */
  void add(
      Charge charge,
      String suffix,
      Bilingual label,
      Figure quantity,
      Figure unitPrice,
      PostedAmount amount) {
    add(charge, suffix, label, quantity, unitPrice, Optional.empty(), amount);
  }

  private void add(
      Charge charge,
      String suffix,
      Bilingual label,
      Figure quantity,
      Figure unitPrice,
      Optional<Figure> exact,
      PostedAmount amount) {
    String item = suffix.isEmpty() ? charge.id() : charge.id() + "-" + suffix;
    lines.add(new Line(charge.id(), item, label, quantity, unitPrice, exact, amount));
  }

  /** What some charges come to so far. */
  PostedAmount subtotal(List<String> charges) {
    return sum(
        "bill-subtotal", lines.stream().filter(line -> charges.contains(line.charge())).toList());
  }

  private PostedAmount sum(String name, List<Line> some) {
    return some.isEmpty()
        ? calculator.zero("nothing")
        : calculator.total(name, some.stream().map(Line::amount).toList());
  }

  /** A threshold or allowance for the days billed, exactly. */
  Figure threshold(BigDecimal value, Per per) {
    Figure stated = calculator.parameter("tier-threshold", value, unit());
    return switch (per) {
      case MONTH -> byDays("tier-threshold", stated, month());
      case DAY ->
          calculator.times("tier-threshold", unit(), stated, calculator.days("days", usage.part()));
      case KILOWATT ->
          byDays(
              "tier-threshold",
              calculator.times("tier-threshold", unit(), stated, version.billedDemand(this)),
              month());
      case YEAR -> stated;
    };
  }

  /**
   * The part of what is charged once a month: of the month if it is prorated, else of the billing
   * interval, so that a change of tariff inside it divides it and nothing is charged twice.
   */
  Figure monthly(String name, Figure whole, boolean prorate) {
    return byDays(name, whole, prorate ? month() : usage.interval());
  }

  private Period month() {
    return Period.monthOf(usage.part().start());
  }

  private Figure byDays(String name, Figure whole, Period full) {
    if (usage.part().equals(full)) {
      return whole;
    }
    Figure days = calculator.days("days", usage.part());
    Figure product = calculator.times("amount-times-days", whole.unit(), whole, days);
    return calculator.over(
        name, whole.unit(), product, calculator.days("days-of-full-period", full));
  }
}
