package org.emcsettlement.settlement.contract;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emcsettlement.baseline.judge.FitFinding;
import org.emcsettlement.baseline.judge.SufficiencyFinding;
import org.emcsettlement.core.finding.EvidenceFinding;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCode;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.evidence.EvidenceFileFinding;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Series;
import org.emcsettlement.settlement.statement.StatementFinding;
import org.emcsettlement.settlement.tariff.TariffFinding;

/** Checks that the parts of a contract fit together. */
final class ContractCheck {

  private static final String CLAUSES = "/clauses";
  static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private static final Set<String> KNOWN_FINDINGS =
      Stream.<FindingCode[]>of(
              EvidenceFinding.values(),
              FitFinding.values(),
              SufficiencyFinding.values(),
              EvidenceFileFinding.values(),
              StatementFinding.values(),
              TariffFinding.values(),
              ContractFinding.values(),
              PackageFinding.values())
          .flatMap(Stream::of)
          .map(FindingCode::code)
          .collect(Collectors.toUnmodifiableSet());

  private final Contract contract;
  private final ContractFormat format;
  private final String file;
  private final UnaryOperator<String> origin;
  private final FindingCollector findings;

  /** Origin gives the place where the author wrote what stands at an expanded pointer. */
  ContractCheck(
      Contract contract,
      ContractFormat format,
      String file,
      UnaryOperator<String> origin,
      FindingCollector findings) {
    this.contract = contract;
    this.format = format;
    this.file = file;
    this.origin = origin;
    this.findings = findings;
  }

  void run() {
    checkIds();
    checkTerm();
    checkCommodities();
    findings.addAll(BoundaryCheck.outside(contract, Place.pointer(file, "/boundary")));
    checkRisks();
    checkFigures();
    checkPolicies();
    findings.addAll(new TaxCheck(contract, file, ID).findings());
    for (int i = 0; i < contract.clauses().size(); i++) {
      Place place = Place.pointer(file, origin.apply(CLAUSES + "/" + i));
      for (Finding finding : contract.clauses().get(i).check(contract)) {
        boolean own = finding.place().pointer().equals(Optional.of(CLAUSES));
        findings.addAll(Findings.of(List.of(own ? finding.at(place) : finding)));
      }
    }
  }

  private void add(FindingCode code, String pointer, Object... arguments) {
    findings.add(code, Place.pointer(file, pointer), arguments);
  }

  private void checkIds() {
    checkId("/id", contract.id());
    checkUnique("/meters", contract.meters().stream().map(Meter::id).toList());
    checkUnique("/baselines", contract.baselines().stream().map(BaselineTerms::id).toList());
    checkUnique(CLAUSES, contract.clauses().stream().map(Clause::id).toList());
  }

  private void checkId(String pointer, String id) {
    if (!ID.matcher(id).matches()) {
      add(ContractFinding.ID_FORM, pointer, "id", id);
    }
  }

  private void checkUnique(String pointer, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      checkId(pointer, id);
      if (!seen.add(id)) {
        add(ContractFinding.ID_TWICE, pointer, "id", id);
      }
    }
  }

  private void checkPolicies() {
    for (String code : contract.policies().findings().keySet()) {
      if (!KNOWN_FINDINGS.contains(code)) {
        add(ContractFinding.UNKNOWN_FINDING, "/policies/findings/" + code, "code", code);
      }
    }
  }

  private void checkTerm() {
    Term term = contract.term();
    if (term.anchor().isAfter(term.start())) {
      add(ContractFinding.ANCHOR, "/term/anchor", "anchor", term.anchor(), "start", term.start());
    }
  }

  private void checkCommodities() {
    Set<Commodity> known = EnumSet.noneOf(Commodity.class);
    contract.commodities().forEach(terms -> known.add(terms.id()));
    Set<Commodity> based = EnumSet.noneOf(Commodity.class);
    for (BaselineTerms terms : contract.baselines()) {
      checkKnown("/baselines", terms.commodity(), known);
      if (!based.add(terms.commodity())) {
        add(ContractFinding.BASELINE_TWICE, "/baselines", "commodity", terms.commodity());
      }
    }
    contract.meters().forEach(meter -> checkKnown("/meters", meter.commodity(), known));
    contract.prices().forEach(terms -> checkKnown("/prices", terms.commodity(), known));
    Set<Commodity> metered = EnumSet.noneOf(Commodity.class);
    contract.meters().stream()
        .filter(meter -> !meter.informative())
        .forEach(meter -> metered.add(meter.commodity()));
    for (Commodity commodity : known) {
      if (!based.contains(commodity)) {
        add(ContractFinding.NO_BASELINE, "/baselines", "commodity", commodity);
      }
      if (!metered.contains(commodity)) {
        add(ContractFinding.NO_METER, "/meters", "commodity", commodity);
      }
    }
  }

  private void checkKnown(String pointer, Commodity commodity, Set<Commodity> known) {
    if (!known.contains(commodity)) {
      add(ContractFinding.UNKNOWN_COMMODITY, pointer, "commodity", commodity);
    }
  }

  private void checkRisks() {
    for (String kind : contract.risks().keySet()) {
      if (!RiskKinds.ALL.contains(kind)) {
        add(
            EvidenceFinding.JSON_UNKNOWN_KEY,
            "/risks/" + kind,
            "key",
            kind,
            "known",
            String.join(", ", RiskKinds.ALL));
      }
    }
    for (BaselineTerms terms : contract.baselines()) {
      if (terms instanceof BaselineTerms.DriverRatio ratios) {
        ratios.ratios().forEach(ratio -> checkRatio(terms.id(), ratio.driver()));
      } else if (terms instanceof BaselineTerms.Fitted fitted) {
        fitted.drivers().stream()
            .map(BaselineTerms.DriverTerm::name)
            .filter(name -> !name.equals("WORKDAY"))
            .forEach(name -> needFullRisk(fitted.id(), RiskKinds.of(name)));
        if (fitted.station().isPresent()) {
          needFullRisk(fitted.id(), RiskKinds.WEATHER);
        }
      }
    }
  }

  /** The reference of degree days is that of a year: shorter statements would compare parts. */
  private void checkRatio(String baseline, String driver) {
    needRisk(baseline, RiskKinds.of(driver));
    boolean annual =
        contract.schedule().frequency() == Frequency.ANNUAL
            && contract.schedule().alignment() == ScheduleTerms.Alignment.ANCHOR;
    if (RiskKinds.of(driver).equals(RiskKinds.WEATHER) && !annual) {
      add(ContractFinding.RATIO_OF_SUM, "/baselines", "baseline", baseline, "driver", driver);
    }
  }

  private void needRisk(String baseline, String risk) {
    if (!contract.risks().containsKey(risk)) {
      add(ContractFinding.RISK_MISSING, "/risks", "clause", baseline, "risk", risk);
    }
  }

  /**
   * A model adjusts in full; a risk that is shared or borne by the provider needs another baseline.
   */
  private void needFullRisk(String baseline, String risk) {
    needRisk(baseline, risk);
    Risk borne = contract.risks().get(risk);
    if (borne != null && !borne.equals(Risk.INSTITUTION)) {
      add(ContractFinding.RISK_OF_MODEL, "/risks/" + risk, "baseline", baseline, "risk", risk);
    }
  }

  /** Every figure that a clause reads must have been written before it, in every series. */
  private void checkFigures() {
    List<Clause> ordered = format.inOrder(contract);
    for (Series series : Series.values()) {
      if (series == Series.ANNUAL && !contract.schedule().annualStatement()) {
        continue;
      }
      Set<FigureKey<?>> written = new HashSet<>();
      for (Clause clause : ordered) {
        if (clause.series().includes(series)) {
          for (FigureKey<?> key : clause.reads(contract, series)) {
            if (!written.contains(key)) {
              add(
                  ContractFinding.FIGURE_UNWRITTEN,
                  "/clauses",
                  "series",
                  series,
                  "clause",
                  clause.id(),
                  "figure",
                  key);
            }
          }
          written.addAll(clause.writes());
        }
      }
    }
  }
}
