package org.emcsettlement.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.emcsettlement.baseline.FrozenBaseline;
import org.emcsettlement.core.finding.Effect;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.money.AmountText;
import org.emcsettlement.settlement.contract.Clause;
import org.emcsettlement.settlement.contract.Contract;
import org.emcsettlement.settlement.contract.LineDraft;
import org.emcsettlement.settlement.contract.Party;
import org.emcsettlement.settlement.contract.PlacedLine;
import org.emcsettlement.settlement.contract.ResolvedContract;
import org.emcsettlement.settlement.contract.Segment;
import org.emcsettlement.settlement.contract.StatementInput;
import org.emcsettlement.settlement.contract.StatementPeriod;
import org.emcsettlement.settlement.contract.TaxCategory;
import org.emcsettlement.settlement.statement.Account;
import org.emcsettlement.settlement.statement.Balance;
import org.emcsettlement.settlement.statement.BalanceNames;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.FigureKey;
import org.emcsettlement.settlement.statement.Figures;
import org.emcsettlement.settlement.statement.Line;
import org.emcsettlement.settlement.statement.LineRole;
import org.emcsettlement.settlement.statement.LineTax;
import org.emcsettlement.settlement.statement.Movement;
import org.emcsettlement.settlement.statement.Posting;
import org.emcsettlement.settlement.statement.RunType;
import org.emcsettlement.settlement.statement.Statement;
import org.emcsettlement.settlement.statement.StatementKey;
import org.emcsettlement.settlement.statement.StatementParty;
import org.emcsettlement.settlement.statement.TaxStatus;
import org.emcsettlement.settlement.statement.Totals;
import org.emcsettlement.settlement.trail.Calculator;
import org.emcsettlement.settlement.trail.PostedAmount;
import org.emcsettlement.settlement.trail.Recorder;
import org.emcsettlement.settlement.trail.Trail;

/** Turns what the clauses made into a statement: lines, postings, balances, totals. */
final class StatementAssembly {

  private final ResolvedContract resolved;
  private final Contract contract;
  private final StatementPeriod period;
  private final Carried carried;
  private final Optional<LocalDate> issued;
  private final StatementRun run;
  private final Recorder recorder;
  private final Findings findings;
  private final Map<String, BigDecimal> yearToDate;

  StatementAssembly(
      ResolvedContract resolved,
      StatementPeriod period,
      Carried carried,
      Optional<LocalDate> issued,
      StatementRun run,
      Recorder recorder,
      Findings findings) {
    this.resolved = resolved;
    this.contract = resolved.contract();
    this.period = period;
    this.carried = carried;
    this.issued = issued;
    this.run = run;
    this.recorder = recorder;
    this.findings = findings;
    this.yearToDate = new HashMap<>(carried.yearToDate());
  }

  Settled assemble(List<Clause> clauses, List<Segment> segments) {
    List<Line> lines = new ArrayList<>();
    run.lines.forEach(placed -> lines.add(line(placed)));
    List<Posting> postings = new ArrayList<>();
    run.lines.forEach(line -> post(line, postings));
    MeasuredRows rows = new MeasuredRows(resolved, period, run.figures, segments);
    Trail trail = recorder.trail();
    Map<String, String> digests = new TreeMap<>();
    for (FrozenBaseline frozen : resolved.baselines().values()) {
      digests.put(frozen.id(), frozen.digest());
    }
    Statement statement =
        Statement.builder()
            .ruleVersion(Settlement.RULE_VERSION)
            .key(
                StatementKey.builder()
                    .contract(contract.id())
                    .series(period.series())
                    .period(period.key())
                    .runType(
                        findings.has(Effect.PROVISIONAL) ? RunType.PROVISIONAL : RunType.INITIAL)
                    .build())
            .issued(issued)
            .due(issued.map(date -> date.plusDays(contract.schedule().dueDays())))
            .currency(contract.currency())
            .contractName(contract.name())
            .title(StatementTitle.of(contract))
            .institution(party(contract.parties().institution()))
            .serviceProvider(party(contract.parties().serviceProvider()))
            .boundary(contract.boundary().name())
            .servicePeriod(period.service())
            .contractYear(period.contractYear())
            .contractDigest(contract.digest())
            .baselineDigests(digests)
            .inputs(resolved.evidence().inputs())
            .trailDigest(run.traced ? trail.digest() : "")
            .meters(rows.meters())
            .baselines(rows.baselines())
            .lines(lines)
            .totals(totals())
            .postings(postings)
            .balances(balances())
            .progress(rows.progress(carried.progress()))
            .findings(findings)
            .notes(notes(clauses))
            .build();
    return new Settled(statement, trail);
  }

  private static StatementParty party(Party party) {
    return StatementParty.builder().name(party.name()).creditCode(party.creditCode()).build();
  }

  private Line line(PlacedLine placed) {
    LineDraft draft = placed.draft();
    Line.Builder line =
        Line.builder()
            .id(placed.id())
            .kind(draft.kind().code())
            .label(draft.kind().label())
            .role(draft.isOwed(period.series()) ? LineRole.PAYABLE : LineRole.MEMO)
            .clause(placed.clause().id())
            .period(draft.period().orElse(period.service()))
            .commodity(draft.commodity())
            .intervals(draft.intervals())
            .remark(draft.remark());
    draft.quantity().ifPresent(q -> line.quantity(q.value()).unit(q.unit()).node(label(q.node())));
    draft.unitPrice().ifPresent(p -> line.unitPrice(p.value()).priceUnit(p.unit()));
    draft.exact().ifPresent(exact -> line.exact(exact.value()));
    draft
        .amount()
        .ifPresent(
            amount -> {
              Calculator calculator = recorder.calculator(placed.clause().id());
              line.node(label(calculator.line(placed.id(), amount)));
              line.amount(amount.money().getAmount());
            });
    Optional.ofNullable(run.taxes.get(placed.id())).ifPresent(tax -> line.tax(tax(tax)));
    Line made = line.build();
    return made.amount().isEmpty() || draft.wholeYear() ? made : withYearToDate(made);
  }

  private static String label(int node) {
    return "n" + node;
  }

  private LineTax tax(LineDraft.Tax tax) {
    TaxCategory category = tax.category();
    boolean taxed = category.status() == TaxStatus.TAXED;
    return LineTax.builder()
        .category(
            contract.tax().categories().isEmpty()
                ? Optional.empty()
                : category.name().or(() -> Optional.of(category.id()).filter(id -> !id.isEmpty())))
        .status(taxed ? Optional.empty() : Optional.of(category.status()))
        .reason(taxed ? Optional.empty() : category.grounds())
        .rate(tax.rate().value().toDecimal().orElseThrow())
        .net(amount(tax.net()))
        .tax(amount(tax.tax()))
        .gross(amount(tax.gross()))
        .build();
  }

  /** The segments of a period follow each other, so each has the sum of those before it. */
  private Line withYearToDate(Line line) {
    BigDecimal amount = line.amount().orElseThrow();
    BigDecimal sum = yearToDate.merge(Carried.key(period.series(), line), amount, BigDecimal::add);
    return Line.builder().from(line).yearToDate(sum).build();
  }

  private static BigDecimal amount(PostedAmount posted) {
    return posted.money().getAmount();
  }

  /** Debit the receivable with what is owed, credit the line's account and the tax. */
  private void post(PlacedLine line, List<Posting> postings) {
    if (!line.draft().isOwed(period.series()) || line.draft().amount().isEmpty()) {
      return;
    }
    LineDraft.Tax tax = run.taxes.get(line.id());
    BigDecimal net = amount(tax == null ? line.draft().amount().get() : tax.net());
    BigDecimal owed = tax == null ? net : amount(tax.gross());
    add(postings, line.id(), Account.RECEIVABLE, owed);
    add(postings, line.id(), line.draft().kind().account(), net.negate());
    if (tax != null) {
      add(postings, line.id(), Account.VAT, amount(tax.tax()).negate());
    }
  }

  private static void add(List<Posting> postings, String line, Account account, BigDecimal amount) {
    if (amount.signum() != 0) {
      postings.add(Posting.builder().line(line).account(account).amount(amount).build());
    }
  }

  private Totals totals() {
    PostedAmount net = figure(Figures.NET_PAYABLE);
    return Totals.builder()
        .net(amount(figure(Figures.NET_TOTAL)))
        .tax(amount(figure(Figures.TAX_TOTAL)))
        .gross(amount(figure(Figures.GROSS_TOTAL)))
        .outsideTax(amount(figure(Figures.OUTSIDE_TOTAL)))
        .netPayable(amount(net))
        .words(AmountText.words(net.money()))
        .build();
  }

  private PostedAmount figure(FigureKey<PostedAmount> key) {
    return run.figures.all(key).get(0);
  }

  private List<Balance> balances() {
    Set<String> names = new LinkedHashSet<>();
    carried
        .balances()
        .forEach(
            (name, opening) -> {
              if (!isUsedUp(name, opening)) {
                names.add(name);
              }
            });
    run.moves.forEach(moved -> names.add(moved.move().balance()));
    List<Balance> balances = new ArrayList<>();
    for (String name : names) {
      StatementInput.Opening opening = carried.balances().get(name);
      BigDecimal closing = opening == null ? BigDecimal.ZERO.setScale(2) : opening.amount();
      Balance.Builder balance = Balance.builder().name(name).opening(closing);
      for (StatementRun.Moved moved : run.moves) {
        if (moved.move().balance().equals(name)) {
          Movement.Kind kind = moved.move().kind();
          BigDecimal amount = amount(moved.move().amount());
          balance.addMovements(
              Movement.builder().kind(kind).amount(amount).clause(moved.clause()).build());
          closing = kind == Movement.Kind.ADDITION ? closing.add(amount) : closing.subtract(amount);
        }
      }
      balances.add(balance.closing(closing).build());
    }
    return balances;
  }

  /** A balance of one origin ends when nothing of it is left; the others go on at zero. */
  private static boolean isUsedUp(String name, StatementInput.Opening opening) {
    return name.contains(BalanceNames.ORIGIN) && opening.amount().signum() == 0;
  }

  private static List<Bilingual> notes(List<Clause> clauses) {
    Map<String, List<String>> stages = new LinkedHashMap<>();
    Map<String, List<String>> english = new LinkedHashMap<>();
    for (Clause clause : clauses) {
      stages.computeIfAbsent(clause.stage().zh(), key -> new ArrayList<>()).add(clause.id());
      english.computeIfAbsent(clause.stage().en(), key -> new ArrayList<>()).add(clause.id());
    }
    return List.of(
        new Bilingual("计算顺序：" + order(stages), "Order of operations: " + order(english)),
        new Bilingual(
            "节约量 = 调整后基准 − 实际用量，正值为节约（GB/T 28750 的差值符号相反）。",
            "Avoided quantity = adjusted baseline − actual use; positive means saved (GB/T 28750 writes"
                + " the opposite difference)."),
        new Bilingual(
            "金额为正表示甲方应付乙方，为负表示乙方应付甲方；四舍五入到分，每个金额只舍入一次。",
            "Positive amounts are owed by the institution, negative ones by the service provider; every"
                + " amount is rounded once, to the fen."));
  }

  private static String order(Map<String, List<String>> stages) {
    List<String> parts = new ArrayList<>();
    stages.forEach((stage, ids) -> parts.add(stage + " (" + String.join(", ", ids) + ")"));
    return String.join(" → ", parts);
  }
}
