package org.emcsettlement.settlement.clause;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.emcsettlement.core.LibraryStyle;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.finding.RuleException;
import org.emcsettlement.core.json.JsonElement;
import org.emcsettlement.core.json.JsonObject;
import org.emcsettlement.core.period.Period;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFinding;
import org.emcsettlement.settlement.contract.Outcome;
import org.emcsettlement.settlement.contract.SeriesScope;
import org.emcsettlement.settlement.contract.Stage;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.evidence.DatedRecords;
import org.emcsettlement.settlement.evidence.Milestone;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.LineKind;
import org.emcsettlement.settlement.statement.Series;
import org.immutables.value.Value;

/**
 * Withholds a part of every statement and releases it at agreed dates or recorded milestones
 * (settlement-methods, 5.9): {@code R = round(ρ·base)} until a ceiling; each release pays a share
 * of the held balance, the last one the exact rest, and nothing is withheld after it. Claims of the
 * institution are taken from what is held. Retention is a payment condition: it changes neither
 * revenue nor tax.
 */
@LibraryStyle
@Value.Immutable
public interface Retention extends Clause {

  /** The kind that contract files store. */
  String KIND = "retention";

  /** {@return ρ} */
  BigDecimal ratio();

  /** {@return what it is a part of} */
  @Value.Default
  default Base base() {
    return Base.NET;
  }

  /** {@return the sum of all withholding, released or not, at which it stops} */
  Optional<BigDecimal> ceiling();

  /** {@return the releases, in any order} */
  List<Release> releases();

  @Value.Default
  @Override
  default SeriesScope series() {
    return SeriesScope.EVERY;
  }

  @JsonProperty
  @Override
  default String kind() {
    return KIND;
  }

  @Override
  default Stage stage() {
    return Stage.RETENTION;
  }

  @Override
  default Set<FigureKey<?>> reads(Contract contract, Series series) {
    return Set.of(Figures.NET_TOTAL, Figures.GROSS_TOTAL);
  }

  @Override
  default Set<String> records() {
    return Set.of(DatedRecords.Use.CLAIM.file(), DatedRecords.Use.MILESTONE.file());
  }

  @Override
  default Set<FigureKey<?>> writes() {
    return Set.of();
  }

  /** What retention is a part of. */
  enum Base {
    /** The payable lines without tax. */
    NET,
    /** The payable lines with tax. */
    GROSS
  }

  /**
   * A release, at a date or when a milestone is recorded in {@code milestones.csv}.
   *
   * @param date the date, if it is agreed; the statement whose service period holds it pays
   * @param milestone the milestone, if its record decides the date
   * @param share the share of the balance held then; the last release pays the rest
   */
  record Release(Optional<LocalDate> date, Optional<Milestone> milestone, BigDecimal share) {}

  /** What is withheld. */
  LineKind WITHHELD = LineKind.of("RETENTION", "扣留质保金", "retention withheld", Account.RETENTION);

  /** What is released. */
  LineKind RELEASED =
      LineKind.of("RETENTION_RELEASE", "释放质保金", "retention released", Account.RETENTION);

  /** What a claim of the institution takes from the held balance. */
  LineKind APPLIED =
      LineKind.of(
          "RETENTION_APPLIED", "质保金抵付索赔", "retention applied to a claim", Account.RETENTION);

  /** A claim of the institution. */
  LineKind CLAIM =
      LineKind.of("RETENTION_CLAIM", "质保金索赔", "claim against retention", Account.COMPENSATION);

  /** Checks that every release has one occasion. */
  @Value.Check
  default void check() {
    for (Release release : releases()) {
      if (release.date().isPresent() == release.milestone().isPresent()) {
        throw new RuleException(
            id() + " 的每次释放需要且只能给出 date 与 milestone 之一",
            "each release of retention " + id() + " needs either date or milestone");
      }
    }
  }

  @Override
  default Findings check(Contract contract) {
    FindingCollector findings = new FindingCollector();
    for (Release release : releases()) {
      release
          .date()
          .filter(date -> !contract.term().period().contains(date))
          .ifPresent(
              date ->
                  findings.add(
                      ContractFinding.RELEASE_OUT_OF_TERM,
                      Place.pointer("contract.json", "/clauses"),
                      "clause",
                      id(),
                      "date",
                      date,
                      "term",
                      contract.term().period()));
    }
    findings.addAll(Terms.only(contract, this));
    return findings.findings();
  }

  @Override
  default Findings missing(StatementInput input) {
    Period term = input.contract().term().period();
    DatedRecords milestones = input.evidence().milestones();
    // a milestone before the term counts from its first day
    LocalDate first =
        milestones.entries().stream()
            .map(DatedRecords.Entry::date)
            .filter(date -> date.isBefore(term.start()))
            .min(Comparator.naturalOrder())
            .orElse(term.start());
    return input
        .evidence()
        .claims()
        .outside(term, DatedRecords.Use.CLAIM)
        .plus(milestones.outside(Period.of(first, term.end()), DatedRecords.Use.MILESTONE));
  }

  @Override
  default Outcome apply(StatementInput input) {
    return new RetentionCalculation(input, this).outcome();
  }

  /**
   * Reads the clause.
   *
   * @param json its object
   * @return the clause, absent if something in it is wrong
   */
  static Optional<Retention> read(JsonObject json) {
    Builder builder = builder();
    ClauseHead.read(json, builder::id, builder::series, builder::reference);
    json.required("ratio").flatMap(JsonElement::ratio).ifPresent(builder::ratio);
    json.optional("base").flatMap(element -> element.constant(Base.class)).ifPresent(builder::base);
    builder.ceiling(json.optional("ceiling").flatMap(JsonElement::amount));
    builder.releases(
        json.objects(
            "releases",
            release -> {
              Optional<LocalDate> date = release.optional("date").flatMap(JsonElement::date);
              Optional<Milestone> milestone =
                  release
                      .optional("milestone")
                      .flatMap(element -> element.constant(Milestone.class));
              Optional<BigDecimal> share = release.required("share").flatMap(JsonElement::ratio);
              return release.build(() -> new Release(date, milestone, share.orElseThrow()));
            }));
    return json.build(builder::build);
  }

  /** {@return a builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Retention}. */
  final class Builder extends ImmutableRetention.Builder {
    Builder() {}
  }
}
