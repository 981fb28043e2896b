package org.emcsettlement.settlement.tariff;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.CanonicalJson;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.json.JsonDocument;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.core.quantity.MeterUnit;

/**
 * A utility tariff, {@code tariffs/<id>.json}, with every version that held or holds.
 *
 * @param name its name
 * @param commodity what it charges for
 * @param versions the versions by date
 * @param digest its identity
 */
public record Tariff(
    String name, Commodity commodity, List<TariffVersion> versions, InputDigest digest) {

  /**
   * The version in force.
   *
   * @param date the service date
   * @return the version, absent if there is none
   */
  public Optional<TariffVersion> at(LocalDate date) {
    return versions.stream().filter(version -> version.holdsOn(date)).findFirst();
  }

  /**
   * The dates strictly inside a period on which a version begins or ends.
   *
   * @param period the period
   * @return the dates in order
   */
  public Collection<LocalDate> changesIn(Period period) {
    TreeSet<LocalDate> dates = new TreeSet<>();
    for (TariffVersion version : versions) {
      dates.add(version.from());
      version.to().ifPresent(dates::add);
    }
    dates.removeIf(date -> !period.contains(date) || date.equals(period.start()));
    return dates;
  }

  /**
   * Reads a tariff.
   *
   * @param source the file
   * @param currency the contract's currency code
   * @param findings takes everything that is wrong, each with its pointer
   * @return the tariff, absent if something blocks
   */
  public static Optional<Tariff> read(
      TextSource source, String currency, FindingCollector findings) {
    int before = findings.blocking();
    Optional<Tariff> tariff =
        JsonDocument.parse(source, findings)
            .flatMap(
                tree ->
                    new JsonDocument(source.name(), findings, UnaryOperator.identity())
                        .root(tree, json -> tariff(json, tree, source.name(), currency)));
    tariff.ifPresent(read -> check(read, source.name(), findings));
    return findings.blocking() > before ? Optional.empty() : tariff;
  }

  private static Optional<Tariff> tariff(
      JsonObject json, JsonNode tree, String file, String currency) {
    json.schemaVersion(1);
    Optional<String> name = json.text("name");
    Optional<Commodity> commodity =
        json.required("commodity")
            .flatMap(
                element ->
                    element.parsed(
                        Commodity::of,
                        "应为 " + Commodity.ids() + " 之一",
                        "must be one of " + Commodity.ids()));
    json.text("currency")
        .filter(code -> !code.equals(currency))
        .ifPresent(
            code ->
                json.reject(
                    "currency", "应为合同币种 " + currency, "must be the contract's " + currency));
    Optional<MeterUnit> written =
        json.required("unit")
            .flatMap(
                element ->
                    element.parsed(
                        symbol -> MeterUnit.of(symbol).orElseThrow(IllegalArgumentException::new),
                        "应为 kWh、MWh、GJ、m3、t 等计量单位",
                        "must be a unit such as kWh, MWh, GJ, m3, t"));
    if (commodity.isEmpty() || written.isEmpty()) {
      json.keys().forEach(json::has);
      return Optional.empty();
    }
    if (commodity.get().factorFrom(written.get()).isEmpty()) {
      json.keys().forEach(json::has);
      json.report(
          "unit",
          TariffFinding.UNIT,
          "value",
          "1",
          "unit",
          written.get(),
          "expected",
          commodity.get().unit());
      return Optional.empty();
    }
    TariffUnit unit = new TariffUnit(commodity.get(), written.get());
    List<TariffVersion> versions =
        new ArrayList<>(json.objects("versions", version -> TariffVersion.read(version, unit)));
    versions.sort(Comparator.comparing(TariffVersion::from));
    InputDigest digest = new InputDigest.Builder(file).row(CanonicalJson.text(tree)).build();
    return json.build(
        () -> new Tariff(name.orElseThrow(), commodity.get(), List.copyOf(versions), digest));
  }

  private static void check(Tariff tariff, String file, FindingCollector findings) {
    Place place = Place.file(file);
    for (int i = 0; i < tariff.versions.size(); i++) {
      TariffVersion version = tariff.versions.get(i);
      version.check(place.during(version.from().toString()), findings);
      if (i > 0 && tariff.versions.get(i - 1).holdsOn(version.from())) {
        findings.add(
            TariffFinding.OVERLAP, place.during(version.from().toString()), "date", version.from());
      }
    }
  }
}
