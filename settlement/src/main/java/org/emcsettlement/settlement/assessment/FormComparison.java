package org.emcsettlement.settlement.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.quantity.Commodity;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFormat;
import org.emcsettlement.settlement.statement.Bilingual;

/**
 * Gathers the cash flows of a form, future by future. A form that cannot be settled in one of them
 * has no outcome and does not stop the others.
 */
final class FormComparison {

  private final CandidateForm form;
  private final Contract contract;
  private final FormSimulation simulation;
  private final List<FormSimulation.Outcome> draws = new ArrayList<>();
  private Findings refused = Findings.none();

  private FormComparison(CandidateForm form, Contract contract, FormSimulation simulation) {
    this.form = form;
    this.contract = contract;
    this.simulation = simulation;
  }

  /**
   * The comparison of a form.
   *
   * @param pointer where it stands in the file, empty if the library chose it
   * @return empty with a finding if its contract cannot be read
   */
  static Optional<FormComparison> of(
      CandidateForm form,
      String pointer,
      AssessmentTerms terms,
      ContractFormat format,
      FindingCollector findings) {
    FindingCollector reading = new FindingCollector();
    Optional<Contract> contract = new FrameContract(terms, format).of(form, pointer, reading);
    if (contract.isEmpty() || reading.blocking() > 0) {
      refuse(form, reading.findings(), findings);
      return Optional.empty();
    }
    form.chosen().ifPresent(why -> report(form, why, findings));
    if (form.utilities() == CandidateForm.Payer.SERVICE_PROVIDER && terms.inputTax().isEmpty()) {
      findings.add(
          AssessmentFinding.NO_INPUT_TAX,
          Place.pointer(AssessmentTerms.FILE, ""),
          "form",
          form.id());
    }
    return Optional.of(
        new FormComparison(
            form, contract.get(), new FormSimulation(contract.get(), form, terms, format)));
  }

  private static void report(CandidateForm form, Bilingual why, FindingCollector findings) {
    findings.add(
        AssessmentFinding.FORM_BY_DEFAULT,
        Place.pointer(AssessmentTerms.FILE, "/forms"),
        "form",
        form.preset(),
        "whyZh",
        why.zh(),
        "why",
        why.en());
  }

  /** Settles the form in one more future. */
  void add(Future future) {
    if (refused.isEmpty()) {
      Checked<FormSimulation.Outcome> drawn = simulation.in(future);
      drawn.value().ifPresent(draws::add);
      refused = drawn.value().isEmpty() ? drawn.findings() : refused;
    }
  }

  /** The avoided quantities of year 1 that its statements show, draw by draw. */
  List<Map<Commodity, BigDecimal>> measured() {
    return draws.stream().map(FormSimulation.Outcome::avoided).toList();
  }

  /** What the form brings over all futures, empty with a finding if one was refused. */
  Optional<FormOutcome> outcome(
      AssessmentTerms terms, ContractFormat format, FindingCollector findings) {
    if (!refused.isEmpty()) {
      refuse(form, refused, findings);
      return Optional.empty();
    }
    return Optional.of(
        FormOutcome.of(
            form,
            Objects.requireNonNull(format.presets().get(form.preset())).label(),
            draws.stream().map(FormSimulation.Outcome::flows).toList(),
            terms.discountRate(),
            contract.digest()));
  }

  private static void refuse(CandidateForm form, Findings found, FindingCollector findings) {
    Optional<Finding> reason =
        found.stream().filter(finding -> finding.effect() == Effect.BLOCK).findFirst();
    Place place = Place.pointer(AssessmentTerms.FILE, "/forms");
    findings.add(
        AssessmentFinding.FORM_REFUSED,
        reason
            .map(Finding::place)
            .filter(at -> at.file().equals(Optional.of(AssessmentTerms.FILE)))
            .orElse(place),
        "form",
        form.id() + " (" + form.preset() + ")",
        "reasonZh",
        reason.map(Finding::zh).orElse("原因未说明"),
        "reason",
        reason.map(Finding::en).orElse("no reason given"));
  }
}
