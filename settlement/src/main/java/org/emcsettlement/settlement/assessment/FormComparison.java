package org.emcsettlement.settlement.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.finding.Checked;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Finding;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.ContractFormat;

/** Settles a form in every future. A form that cannot be settled does not stop the others. */
final class FormComparison {

  private final AssessmentFolder folder;
  private final ContractFormat format;
  private final FindingCollector findings;

  FormComparison(AssessmentFolder folder, ContractFormat format, FindingCollector findings) {
    this.folder = folder;
    this.format = format;
    this.findings = findings;
  }

  /**
   * What a form brings.
   *
   * @param pointer where it stands in the file, empty if the library chose it
   */
  Optional<FormOutcome> outcome(CandidateForm form, String pointer, List<Future> futures) {
    Place place = Place.pointer(AssessmentTerms.FILE, pointer.isEmpty() ? "/forms" : pointer);
    FindingCollector reading = new FindingCollector();
    Optional<Contract> contract =
        new FrameContract(folder.terms(), format).of(form, pointer, reading);
    if (contract.isEmpty() || reading.blocking() > 0) {
      refuse(form, place, reading.findings());
      return Optional.empty();
    }
    form.chosen()
        .ifPresent(
            why ->
                findings.add(
                    AssessmentFinding.FORM_BY_DEFAULT,
                    place,
                    "form",
                    form.preset(),
                    "whyZh",
                    why.zh(),
                    "why",
                    why.en()));
    if (form.utilities() == CandidateForm.Payer.SERVICE_PROVIDER
        && folder.terms().inputTax().isEmpty()) {
      findings.add(AssessmentFinding.NO_INPUT_TAX, place, "form", form.id());
    }
    FormSimulation simulation =
        new FormSimulation(contract.get(), form, folder.terms(), format);
    List<List<CashFlow>> draws = new ArrayList<>();
    for (Future future : futures) {
      Checked<List<CashFlow>> flows = simulation.flows(future);
      if (flows.value().isEmpty()) {
        refuse(form, place, flows.findings());
        return Optional.empty();
      }
      draws.add(flows.value().get());
    }
    return Optional.of(
        FormOutcome.of(
            form,
            format.presets().get(form.preset()).label(),
            draws,
            folder.terms().discountRate(),
            contract.get().digest()));
  }

  private void refuse(CandidateForm form, Place place, Findings found) {
    Optional<Finding> reason =
        found.stream().filter(finding -> finding.effect() == Effect.BLOCK).findFirst();
    findings.add(
        AssessmentFinding.FORM_REFUSED,
        place,
        "form",
        form.id() + " (" + form.preset() + ")",
        "reasonZh",
        reason.map(Finding::zh).orElse("原因未说明"),
        "reason",
        reason.map(Finding::en).orElse("no reason given"));
  }
}
