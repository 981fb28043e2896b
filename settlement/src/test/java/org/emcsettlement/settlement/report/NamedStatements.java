package org.emcsettlement.settlement.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.settlement.statement.BaselineSummary;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.MeterReading;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.StatementKey;
import org.emcsettlement.settlement.statement.StatementParty;

/** A statement in which every text that can come from a contract or from evidence is chosen. */
final class NamedStatements {

  private static final Statement BASE = WorkedStatements.of("case-1-hosting", "", "Y1");

  private NamedStatements() {}

  /**
   * A statement with chosen texts.
   *
   * @param name gives the text for a place, from a plain word that tells places apart
   */
  static Statement with(UnaryOperator<String> name) {
    return Statement.builder()
        .from(BASE)
        .key(StatementKey.builder().from(BASE.key()).contract(name.apply("contract")).build())
        .title(name.apply("title"))
        .currency(name.apply("currency"))
        .contractName(name.apply("contract-name"))
        .institution(party(name, "institution"))
        .serviceProvider(party(name, "provider"))
        .boundary(name.apply("boundary"))
        .ruleVersion(name.apply("rules"))
        .supersedes(name.apply("superseded"))
        .contractDigest(name.apply("contract-digest"))
        .trailDigest(name.apply("trail-digest"))
        .baselineDigests(Map.of(name.apply("baseline-id"), name.apply("baseline-digest")))
        .inputs(List.of(new InputDigest(name.apply("file"), 3, name.apply("file-digest"))))
        .meters(
            BASE.meters().stream()
                .map(meter -> MeterReading.builder().from(meter).meter(name.apply("meter")).build())
                .toList())
        .baselines(BASE.baselines().stream().map(baseline -> baseline(baseline, name)).toList())
        .lines(BASE.lines().stream().map(line -> line(line, name)).toList())
        .findings(Findings.of(List.of(finding(name))))
        .notes(List.of(both(name, "note")))
        .build();
  }

  private static Bilingual both(UnaryOperator<String> name, String place) {
    return new Bilingual(name.apply(place + "-zh"), name.apply(place + "-en"));
  }

  private static StatementParty party(UnaryOperator<String> name, String place) {
    return StatementParty.builder()
        .name(name.apply(place))
        .creditCode(name.apply(place + "-code"))
        .build();
  }

  private static BaselineSummary baseline(BaselineSummary baseline, UnaryOperator<String> name) {
    return BaselineSummary.builder()
        .from(baseline)
        .id(name.apply("baseline"))
        .form(name.apply("form"))
        .formula(both(name, "formula"))
        .statistics(Map.of(name.apply("statistic"), BigDecimal.ONE))
        .digest(name.apply("digest"))
        .build();
  }

  private static Line line(Line line, UnaryOperator<String> name) {
    return Line.builder()
        .from(line)
        .label(both(name, "label"))
        .clause(name.apply(line.clause()))
        .unit(line.unit().map(unit -> name.apply("unit")))
        .priceUnit(
            line.priceUnit().filter(unit -> !unit.isEmpty()).map(unit -> name.apply("price-unit")))
        .remark(Optional.of(both(name, "remark")))
        .build();
  }

  private static Finding finding(UnaryOperator<String> name) {
    return Finding.builder()
        .code(name.apply("code"))
        .effect(Effect.PROVISIONAL)
        .place(Place.builder().file(name.apply("place")).build())
        .zh(name.apply("finding-zh"))
        .en(name.apply("finding-en"))
        .build();
  }
}
