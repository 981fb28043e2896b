package org.emcsettlement.settlement.tariff;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.trail.Figure;

/**
 * Prices by tier (阶梯价格): of the whole quantity or of every time band, each width at its own price
 * or the whole quantity at the tier it reaches.
 *
 * @param id its id
 * @param label what bills call it
 * @param tiers the tiers, the same for every band; empty if they stand by band
 * @param tiersByBand the tiers of every band; empty if one table holds for all
 * @param mode how tiers apply
 * @param basis what is tiered
 * @param per what the bounds belong to
 * @param role whether it comes on top of an energy price
 */
public record TieredCharge(
    String id,
    Bilingual label,
    List<Tier> tiers,
    Map<String, List<Tier>> tiersByBand,
    Mode mode,
    Basis basis,
    Per per,
    Role role)
    implements Charge {

  /** How tiers apply. */
  public enum Mode {
    /** Every part of the quantity at the price of its own tier. */
    MARGINAL,
    /** The whole quantity at the price of the tier it reaches. */
    VOLUME
  }

  /** What is tiered. */
  public enum Basis {
    /** The whole quantity; the parts of a band are proportional to it. */
    TOTAL,
    /** The quantity of every time band on its own. */
    BAND
  }

  /** What the prices of tiers are. */
  public enum Role {
    /** They come on top of an energy price. */
    ADDER,
    /** They are the energy price. */
    FULL_PRICE
  }

  @Override
  public Step step() {
    return Step.TIERS;
  }

  @Override
  public void bill(Bill bill) {
    if (basis == Basis.TOTAL && tiersByBand.isEmpty()) {
      lines(bill, "", label, bill.usage().total(), tiers);
      return;
    }
    bill.usage()
        .bands()
        .forEach(
            (band, quantity) -> {
              Bilingual name = BandCalendar.label(label, band);
              if (basis == Basis.BAND) {
                lines(bill, band, name, quantity, tiers(band));
              } else {
                shares(bill, band, name, quantity);
              }
            });
  }

  private List<Tier> tiers(String band) {
    return tiersByBand.isEmpty() ? tiers : tiersByBand.getOrDefault(band, List.of());
  }

  private void lines(Bill bill, String item, Bilingual name, Figure quantity, List<Tier> table) {
    TierLadder ladder = new TierLadder(bill, table, per);
    if (mode == Mode.VOLUME) {
      bill.add(this, item, name, quantity, ladder.reached(quantity));
      return;
    }
    List<Figure> parts = ladder.parts(quantity);
    for (int i = 0; i < table.size(); i++) {
      // a tier without a price charges nothing and needs no line
      if (table.get(i).price().signum() != 0) {
        bill.add(this, numbered(item, i), tierLabel(name, table, i), parts.get(i), ladder.price(i));
      }
    }
  }

  /** The part of a band in a tier of the whole quantity: tier × band ÷ whole. */
  private void shares(Bill bill, String band, Bilingual name, Figure quantity) {
    List<Tier> table = tiers(band);
    TierLadder ladder = new TierLadder(bill, table, per);
    Figure total = bill.usage().total();
    if (mode == Mode.VOLUME) {
      bill.add(this, band, name, quantity, ladder.reached(total));
      return;
    }
    List<Figure> parts = ladder.parts(total);
    for (int i = 0; i < table.size(); i++) {
      Figure share =
          total.signum() == 0
              ? quantity
              : bill.calculator()
                  .over(
                      "band-in-tier",
                      bill.unit(),
                      bill.calculator()
                          .times("tier-times-band", bill.unit(), parts.get(i), quantity),
                      total);
      bill.add(this, numbered(band, i), tierLabel(name, table, i), share, ladder.price(i));
    }
  }

  private static String numbered(String item, int tier) {
    return (item.isEmpty() ? "" : item + "-") + "tier-" + (tier + 1);
  }

  private static Bilingual tierLabel(Bilingual name, List<Tier> table, int tier) {
    String lower =
        tier == 0 ? "0" : table.get(tier - 1).upTo().map(BigDecimal::toPlainString).orElse("0");
    String upper = table.get(tier).upTo().map(BigDecimal::toPlainString).orElse("∞");
    String range = lower + "–" + upper;
    return new Bilingual(name.zh() + "，" + range, name.en() + ", " + range);
  }

  @Override
  public Optional<Figure> lastUnit(Bill bill, String band) {
    List<Tier> table = tiers(band);
    Figure quantity =
        basis == Basis.TOTAL || band.isEmpty()
            ? bill.usage().total()
            : bill.usage().bands().getOrDefault(band, bill.usage().total());
    return Optional.of(new TierLadder(bill, table, per).reached(quantity));
  }

  @Override
  public void check(TariffVersion version, Place place, FindingCollector findings) {
    boolean yearly = per == Per.YEAR && (mode != Mode.MARGINAL || basis != Basis.TOTAL);
    if (tiers.isEmpty() == tiersByBand.isEmpty() || yearly) {
      findings.add(TariffFinding.TIER_BASIS, place, "id", id);
      return;
    }
    if (basis == Basis.BAND || !tiersByBand.isEmpty()) {
      TreeSet<String> given =
          new TreeSet<>(tiersByBand.isEmpty() ? version.bandNames() : tiersByBand.keySet());
      version.checkBands(id, given, place, findings);
    }
    List<List<Tier>> tables =
        tiersByBand.isEmpty() ? List.of(tiers) : List.copyOf(tiersByBand.values());
    for (List<Tier> table : tables) {
      if (!Tier.adjacent(bounds(table))) {
        findings.add(TariffFinding.TIERS, place, "id", id);
      } else if (mode == Mode.VOLUME) {
        checkFalls(table, place, findings);
      }
    }
    if (basis == Basis.TOTAL && tables.stream().map(TieredCharge::plain).distinct().count() > 1) {
      findings.add(TariffFinding.TIER_BOUNDS, place, "id", id);
    }
    boolean misplaced =
        role == Role.ADDER
            ? !version.has(TimeOfUseCharge.class) && !version.has(FlatCharge.class)
            : version.has(TimeOfUseCharge.class);
    if (misplaced) {
      findings.add(TariffFinding.TWO_PRICES, place, "id", id);
    }
  }

  private static List<Optional<BigDecimal>> bounds(List<Tier> table) {
    return table.stream().map(Tier::upTo).toList();
  }

  /** Bounds without regard to how many zeros they are written with. */
  private static List<Optional<BigDecimal>> plain(List<Tier> table) {
    return table.stream().map(tier -> tier.upTo().map(BigDecimal::stripTrailingZeros)).toList();
  }

  private void checkFalls(List<Tier> table, Place place, FindingCollector findings) {
    for (int i = 1; i < table.size(); i++) {
      if (table.get(i).price().compareTo(table.get(i - 1).price()) < 0) {
        String bound = table.get(i - 1).upTo().map(BigDecimal::toPlainString).orElse("");
        findings.add(TariffFinding.VOLUME_FALLS, place, "id", id, "bound", bound);
      }
    }
  }

  static Optional<TieredCharge> read(JsonObject json, TariffUnit unit) {
    Optional<String> id = json.text("id");
    Bilingual label = ChargeReader.label(json, "阶梯价格", "tiers");
    List<Tier> tiers = json.objects("tiers", tier -> Tier.read(tier, unit));
    Map<String, List<Tier>> byBand =
        json.entries(
            "tiersByBand", element -> element.list(tier -> tier.object(t -> Tier.read(t, unit))));
    Optional<Mode> mode = json.constant("mode", Mode.class);
    Optional<Basis> basis = json.optional("basis").flatMap(e -> e.constant(Basis.class));
    Optional<Per> per = json.optional("per").flatMap(e -> e.constant(Per.class));
    Optional<Role> role = json.constant("role", Role.class);
    return json.build(
        () ->
            new TieredCharge(
                id.orElseThrow(),
                label,
                tiers,
                byBand,
                mode.orElseThrow(),
                basis.orElse(Basis.TOTAL),
                per.orElse(Per.MONTH),
                role.orElseThrow()));
  }
}
