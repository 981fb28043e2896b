package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.Figure;
import org.emcsettlement.settlement.trail.Relation;

/**
 * A price for each kilowatt of billed demand (需量电费): what was measured, at least a part of the
 * contracted demand, and at least a part of the highest demand of the months before (ratchet).
 *
 * @param id its id
 * @param label what bills call it
 * @param price the price of a kilowatt and month [currency/kW]
 * @param contracted the contracted demand [kW], if there is a floor
 * @param floor the least part of the contracted demand that is billed
 * @param ratchet what earlier months do to it
 * @param overContract what demand far above the contracted one pays
 * @param prorate whether a part of a month pays its part by days
 */
public record DemandCharge(
    String id,
    Bilingual label,
    BigDecimal price,
    Optional<BigDecimal> contracted,
    Optional<BigDecimal> floor,
    Optional<Ratchet> ratchet,
    Optional<OverContract> overContract,
    boolean prorate)
    implements Charge {

  /**
   * The least demand that earlier months leave behind.
   *
   * @param part the part of their highest demand that is billed
   * @param months how many months are looked at, the current one among them if it is included
   * @param includesCurrent whether the current month is one of them
   */
  public record Ratchet(BigDecimal part, int months, boolean includesCurrent) {

    /** {@return how many months before the current one are looked at} */
    public int earlier() {
      return includesCurrent ? months - 1 : months;
    }
  }

  /**
   * A demand charge.
   *
   * @param id its id
   * @param label what bills call it
   * @param price the price of a kilowatt and month [currency/kW]
   * @param contracted the contracted demand [kW], if there is a floor
   * @param floor the least part of the contracted demand that is billed
   * @param ratchet what earlier months do to it
   * @param overContract what demand far above the contracted one pays
   * @param prorate whether a part of a month pays its part by days
   * @throws IllegalArgumentException if only one of contracted demand and floor is given, or the
   *     ratchet looks at no month
   */
  public DemandCharge {
    if (contracted.isPresent() != floor.isPresent()) {
      throw new RuleException(
          "contracted 与 floor 应同时给出或都不给", "contracted and floor must be given together");
    }
    if (overContract.isPresent() && contracted.isEmpty()) {
      throw new RuleException(
          "overContract 需要 contracted 与 floor", "overContract needs contracted and floor");
    }
    if (ratchet.isPresent() && ratchet.get().months() < 1) {
      throw new RuleException("ratchet.months 应至少为 1", "ratchet.months must be at least 1");
    }
  }

  @Override
  public Step step() {
    return Step.DEMAND;
  }

  @Override
  public void bill(Bill bill) {
    String unit = bill.calculator().currencyCode() + "/kW";
    Figure perMonth = bill.calculator().parameter("demand-price", price, unit);
    Figure monthly = bill.monthly("demand-price", perMonth, prorate);
    bill.add(this, "", label, billed(bill), monthly);
    overContract.ifPresent(
        over ->
            bill.add(
                this,
                "over-contract",
                new Bilingual(label.zh() + "，超合同需量", label.en() + ", over contract"),
                over.excess(bill.calculator(), measured(bill), contracted.orElseThrow()),
                over.price(bill.calculator(), monthly)));
  }

  /** The demand that is billed [kW]. */
  Figure billed(Bill bill) {
    Calculator calculator = bill.calculator();
    Figure measured = measured(bill);
    Figure demand =
        overContract
            .map(over -> over.within(calculator, measured, contracted.orElseThrow()))
            .orElse(measured);
    if (contracted.isPresent() && floor.isPresent()) {
      Figure least =
          calculator.times(
              "demand-floor",
              "kW",
              calculator.parameter("contracted-demand", contracted.get(), "kW"),
              calculator.parameter("demand-floor-part", floor.get(), ""));
      demand = atLeast(calculator, "demand-below-floor", demand, least);
    }
    if (ratchet.isPresent()) {
      List<Figure> looked = new ArrayList<>();
      bill.usage().earlierDemand().stream().limit(ratchet.get().earlier()).forEach(looked::add);
      if (ratchet.get().includesCurrent()) {
        looked.add(measured);
      }
      if (!looked.isEmpty()) {
        Figure highest = looked.get(0);
        for (Figure other : looked.subList(1, looked.size())) {
          highest = calculator.max("highest-demand", highest, other);
        }
        Figure least =
            calculator.times(
                "ratchet-demand",
                "kW",
                highest,
                calculator.parameter("ratchet-part", ratchet.get().part(), ""));
        demand = atLeast(calculator, "demand-below-ratchet", demand, least);
      }
    }
    return demand;
  }

  private static Figure measured(Bill bill) {
    return bill.usage().demand().orElseThrow();
  }

  private static Figure atLeast(Calculator calculator, String name, Figure demand, Figure least) {
    Figure below = calculator.compare(name, demand, Relation.LESS, least);
    return calculator.select("billed-demand", below, least, demand);
  }

  static Optional<DemandCharge> read(JsonObject json, TariffUnit unit) {
    Optional<String> id = json.text("id");
    Bilingual label = ChargeReader.label(json, "需量电费", "demand");
    Optional<BigDecimal> price = json.required("price").flatMap(JsonElement::notNegative);
    Optional<BigDecimal> contracted = json.optional("contracted").flatMap(JsonElement::notNegative);
    Optional<BigDecimal> floor = json.optional("floor").flatMap(JsonElement::ratio);
    Optional<Ratchet> ratchet =
        json.optional("ratchet").flatMap(e -> e.object(DemandCharge::ratchet));
    Optional<OverContract> overContract =
        json.optional("overContract").flatMap(e -> e.object(OverContract::read));
    Optional<Boolean> prorate = json.optional("prorate").flatMap(JsonElement::flag);
    return json.build(
        () ->
            new DemandCharge(
                id.orElseThrow(),
                label,
                price.orElseThrow(),
                contracted,
                floor,
                ratchet,
                overContract,
                prorate.orElse(false)));
  }

  private static Optional<Ratchet> ratchet(JsonObject json) {
    Optional<BigDecimal> part = json.required("part").flatMap(JsonElement::ratio);
    Optional<Integer> months = json.required("months").flatMap(JsonElement::integer);
    Optional<Boolean> current = json.required("includesCurrent").flatMap(JsonElement::flag);
    return json.build(
        () -> new Ratchet(part.orElseThrow(), months.orElseThrow(), current.orElseThrow()));
  }
}
