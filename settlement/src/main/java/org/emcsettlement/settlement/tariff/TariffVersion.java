package org.emcsettlement.settlement.tariff;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.quantity.Trust;
import org.emcsettlement.settlement.trail.Figure;

/**
 * What a tariff charges from one date to another.
 *
 * @param from the first day it holds
 * @param to the day after its last one, absent while it holds
 * @param source where it was published
 * @param trust how far it was checked against the source
 * @param calendar its time bands, if it has any
 * @param charges what it charges, in file order
 */
public record TariffVersion(
    LocalDate from,
    Optional<LocalDate> to,
    String source,
    Trust trust,
    Optional<BandCalendar> calendar,
    List<Charge> charges) {

  /**
   * Whether it holds on a date.
   *
   * @param date the date
   * @return true from its first day on, before {@code to}
   */
  public boolean holdsOn(LocalDate date) {
    return !date.isBefore(from) && to.map(date::isBefore).orElse(true);
  }

  /** {@return the charges in the order a bill evaluates them} */
  public List<Charge> inOrder() {
    return charges.stream().sorted(Comparator.comparing(Charge::step)).toList();
  }

  /** {@return whether a bill needs quantities by time band} */
  public boolean needsBands() {
    return has(TimeOfUseCharge.class)
        || tiered().stream()
            .anyMatch(
                tiers ->
                    tiers.basis() == TieredCharge.Basis.BAND || !tiers.tiersByBand().isEmpty());
  }

  /** {@return whether a bill needs the measured demand} */
  public boolean needsDemand() {
    return has(DemandCharge.class) || measuredPer().contains(Per.KILOWATT);
  }

  /** {@return how many months before the current one a ratchet looks at} */
  public int lookBack() {
    return charges.stream()
        .filter(DemandCharge.class::isInstance)
        .flatMap(charge -> ((DemandCharge) charge).ratchet().stream())
        .mapToInt(DemandCharge.Ratchet::earlier)
        .max()
        .orElse(0);
  }

  /** {@return whether a bill needs the measured power factor} */
  public boolean needsPowerFactor() {
    return has(PowerFactorCharge.class);
  }

  /** {@return whether a bill needs the quantity of the year so far} */
  public boolean needsYearBefore() {
    return measuredPer().contains(Per.YEAR);
  }

  /** {@return whether a bill needs the contract's own price of the commodity} */
  public boolean needsContractPrice() {
    return charges.stream()
        .anyMatch(charge -> charge instanceof FlatCharge flat && flat.price().isEmpty());
  }

  /** {@return whether every unit has one price, at least in its time band} */
  public boolean hasUnitPrices() {
    return !has(TieredCharge.class) && !has(OverQuotaCharge.class);
  }

  private List<TieredCharge> tiered() {
    return charges.stream()
        .filter(TieredCharge.class::isInstance)
        .map(TieredCharge.class::cast)
        .toList();
  }

  private Set<Per> measuredPer() {
    Set<Per> per = new HashSet<>();
    tiered().forEach(tiers -> per.add(tiers.per()));
    for (Charge charge : charges) {
      if (charge instanceof OverQuotaCharge quota) {
        per.add(quota.per());
      }
    }
    return per;
  }

  boolean has(Class<? extends Charge> kind) {
    return charges.stream().anyMatch(kind::isInstance);
  }

  private Optional<DemandCharge> demand() {
    return charges.stream()
        .filter(DemandCharge.class::isInstance)
        .map(DemandCharge.class::cast)
        .findFirst();
  }

  /** The demand that is billed, or what was measured where demand itself costs nothing [kW]. */
  Figure billedDemand(Bill bill) {
    return demand()
        .map(charge -> charge.billed(bill))
        .orElseGet(() -> bill.usage().demand().orElseThrow());
  }

  /** The flat charges of some ids. */
  List<FlatCharge> flat(List<String> ids) {
    return charges.stream()
        .filter(FlatCharge.class::isInstance)
        .map(FlatCharge.class::cast)
        .filter(charge -> ids.contains(charge.id()))
        .toList();
  }

  List<String> bandNames() {
    return calendar.map(BandCalendar::bands).orElseGet(List::of);
  }

  /** Reports a charge whose bands are not those of the calendar. */
  void checkBands(String id, SortedSet<String> given, Place place, FindingCollector findings) {
    SortedSet<String> expected = new TreeSet<>(bandNames());
    if (expected.isEmpty() || !expected.equals(given)) {
      findings.add(TariffFinding.BANDS, place, "id", id, "given", given, "expected", expected);
    }
  }

  /** Reports what is wrong with the version. */
  void check(Place place, FindingCollector findings) {
    if (to.isPresent() && !to.get().isAfter(from)) {
      findings.add(TariffFinding.DATES, place, "from", from, "to", to.get());
    }
    if (trust == Trust.UNVERIFIED) {
      findings.add(TariffFinding.UNVERIFIED, place, "from", from, "source", source);
    }
    calendar.ifPresent(bands -> bands.check(place, findings));
    Set<String> ids = new HashSet<>();
    for (Charge charge : charges) {
      if (!ids.add(charge.id())) {
        findings.add(TariffFinding.CHARGE_TWICE, place, "id", charge.id());
      }
      charge.check(this, place, findings);
    }
  }

  static Optional<TariffVersion> read(JsonObject json, TariffUnit unit) {
    Optional<LocalDate> from = json.date("from");
    Optional<LocalDate> to = json.optional("to").flatMap(JsonElement::date);
    Optional<String> source = json.text("source");
    Optional<Trust> trust = json.optional("trust").flatMap(e -> e.constant(Trust.class));
    Optional<BandCalendar> calendar =
        json.optional("timeOfUse").flatMap(element -> element.object(BandCalendar::read));
    List<Charge> charges = json.objects("charges", charge -> ChargeReader.read(charge, unit));
    return json.build(
        () ->
            new TariffVersion(
                from.orElseThrow(),
                to,
                source.orElseThrow(),
                trust.orElse(Trust.VERIFIED),
                calendar,
                charges));
  }
}
