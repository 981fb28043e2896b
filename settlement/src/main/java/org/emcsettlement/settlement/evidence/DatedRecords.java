package org.emcsettlement.settlement.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.emcsettlement.core.csv.CsvRow;
import org.emcsettlement.core.csv.CsvTable;
import org.emcsettlement.core.csv.TextSource;
import org.emcsettlement.core.finding.FindingCollector;
import org.emcsettlement.core.finding.Findings;
import org.emcsettlement.core.finding.Place;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.core.period.Period;

/**
 * What happened on a date, with the document that shows it: incidents that cost a deduction, claims
 * against retention, milestones that release it, revenue received beside savings.
 *
 * <pre>
 * incidents.csv    date,item,count,evidence      2025-03-08,late-repair,2,BX-2025-031
 * claims.csv       date,item,amount,evidence     2025-06-20,泵房渗漏修复,3200.00,SP-2025-07
 * milestones.csv   date,item,evidence            2025-06-30,ACCEPTANCE,YS-2025-01
 * receipts.csv     date,item,amount,evidence     2025-03-18,green-certificates,12800.00,GC-2025-004
 * </pre>
 */
public final class DatedRecords {

  /** What a file records. */
  public enum Use {
    /** Incidents, each with how often it happened, once if not stated. */
    INCIDENT("incidents.csv", "count"),
    /** Claims against retention, each with its amount. */
    CLAIM("claims.csv", "amount"),
    /** Milestones, see {@link Milestone}. */
    MILESTONE("milestones.csv", ""),
    /** Revenue received beside savings, each with the id of the clause that shares it. */
    RECEIPT("receipts.csv", "amount");

    private final String file;
    private final String column;

    Use(String file, String column) {
      this.file = file;
      this.column = column;
    }

    /** {@return the name of its file} */
    public String file() {
      return file;
    }
  }

  /**
   * One record.
   *
   * @param date when it happened
   * @param item what happened
   * @param value its count or amount, 1 for a milestone
   * @param evidence number of the document, empty if not stated
   * @param origin where the row stands, {@code <file>#<date>}
   */
  public record Entry(
      LocalDate date, String item, BigDecimal value, String evidence, String origin) {}

  private final InputDigest digest;
  private final List<Entry> entries;

  private DatedRecords(InputDigest digest, List<Entry> entries) {
    this.digest = digest;
    this.entries = List.copyOf(entries);
  }

  /** {@return no records} */
  public static DatedRecords none() {
    return new DatedRecords(new InputDigest.Builder("").build(), List.of());
  }

  /**
   * Reads a file.
   *
   * @param source the text
   * @param use what it records
   * @param findings takes what is wrong with it
   * @return the records, absent if something blocks
   */
  public static Optional<DatedRecords> read(TextSource source, Use use, FindingCollector findings) {
    int before = findings.blocking();
    Optional<DatedRecords> records =
        CsvTable.read(source, findings)
            .filter(table -> table.require(findings, "date", "item"))
            .map(table -> of(table, use, findings));
    return findings.blocking() > before ? Optional.empty() : records;
  }

  private static DatedRecords of(CsvTable table, Use use, FindingCollector findings) {
    List<Entry> entries = new ArrayList<>();
    for (CsvRow row : table.rows()) {
      Optional<LocalDate> date = row.requiredDate("date");
      Optional<String> item =
          use == Use.MILESTONE
              ? row.requiredText("item")
                  .flatMap(text -> row.constant("item", Milestone.class))
                  .map(Milestone::name)
              : row.requiredText("item");
      Optional<BigDecimal> value = value(row, use, findings);
      if (date.isEmpty() || item.isEmpty() || value.isEmpty()) {
        continue;
      }
      String evidence = row.text("evidence").orElse("");
      if (evidence.isEmpty()) {
        findings.add(EvidenceFileFinding.RECORD_EVIDENCE, row.place(), "item", item.get());
      }
      entries.add(
          new Entry(
              date.get(), item.get(), value.get(), evidence, table.name() + "#" + date.get()));
    }
    entries.sort(
        Comparator.comparing(Entry::date)
            .thenComparing(Entry::item)
            .thenComparing(Entry::value)
            .thenComparing(Entry::evidence));
    InputDigest.Builder digest = new InputDigest.Builder(table.name());
    entries.forEach(entry -> digest.row(canonical(entry)));
    return new DatedRecords(digest.build(), entries);
  }

  private static String canonical(Entry entry) {
    return String.join(
        ",",
        entry.date().toString(),
        entry.item(),
        entry.value().stripTrailingZeros().toPlainString(),
        entry.evidence());
  }

  private static Optional<BigDecimal> value(CsvRow row, Use use, FindingCollector findings) {
    Optional<BigDecimal> value =
        switch (use) {
          case MILESTONE -> Optional.of(BigDecimal.ONE);
          case INCIDENT ->
              row.text(use.column).isEmpty()
                  ? Optional.of(BigDecimal.ONE)
                  : row.decimal(use.column);
          case CLAIM, RECEIPT -> row.requiredDecimal(use.column);
        };
    int decimals = use == Use.CLAIM || use == Use.RECEIPT ? 2 : 0;
    if (value.isPresent()
        && (value.get().signum() <= 0 || value.get().stripTrailingZeros().scale() > decimals)) {
      findings.add(
          EvidenceFileFinding.RECORD_VALUE,
          row.place(use.column),
          "value",
          value.get().toPlainString());
    }
    return value;
  }

  /** {@return the identity of the rows} */
  public InputDigest digest() {
    return digest;
  }

  /** {@return all records in file order} */
  public List<Entry> entries() {
    return entries;
  }

  /**
   * The records that no statement of a term covers.
   *
   * @param term the term
   * @param use what they record
   * @return a finding for each
   */
  public Findings outside(Period term, Use use) {
    FindingCollector outside = new FindingCollector();
    for (Entry entry : entries) {
      if (!term.contains(entry.date())) {
        outside.add(
            EvidenceFileFinding.RECORD_OUT_OF_TERM,
            Place.file(use.file).during(entry.date().toString()),
            "file",
            use.file,
            "date",
            entry.date(),
            "item",
            entry.item(),
            "term",
            term);
      }
    }
    return outside.findings();
  }

  /**
   * The records of some days.
   *
   * @param period the days
   * @return its records in file order
   */
  public List<Entry> in(Period period) {
    return entries.stream().filter(entry -> period.contains(entry.date())).toList();
  }
}
