package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults that real folders have: each is named with its place and a remedy, in both languages, and
 * no statement is written.
 */
class BadInputTest {

  private static final String METER = "meters/main.csv";
  private static final String SCORES = "scorecard.csv";
  private static final String CONTRACT = "contract.json";
  private static final String FIRST = "2025-01-01,2025-02-01,82000\n";

  @TempDir Path temp;

  /** A starting folder with a fault. */
  private final class Fault {

    private final Path folder;
    private final Path out;

    Fault(String name, String preset) {
      folder = temp.resolve(name.replace(' ', '-'));
      out = temp.resolve(folder.getFileName() + "-out");
      assertThat(Run.emc("init", folder, "--preset", preset).code()).isZero();
    }

    Fault write(String file, String text) throws IOException {
      Files.writeString(folder.resolve(file), text);
      return this;
    }

    Fault change(String file, UnaryOperator<String> change) throws IOException {
      String text = Files.readString(folder.resolve(file));
      String changed = change.apply(text);
      assertThat(changed).as("the fault is there").isNotEqualTo(text);
      return write(file, changed);
    }

    Fault replace(String file, String old, String now) throws IOException {
      return change(file, text -> text.replace(old, now));
    }

    /** Nothing is written, and the message says where and what to do. */
    void isNamed(int code, String place, String zh, String en) {
      Run run = Run.emc("settle", folder, "--period", "2025-Q1", "--out", out);
      assertThat(run.all()).contains(place).contains(zh).contains(en);
      assertThat(run.code()).isEqualTo(code);
      assertThat(out).doesNotExist();
    }
  }

  /** An event after the term moves no money; it is reported and the statement stands. */
  @Test
  void anEventOutOfTheTermIsReported() throws IOException {
    Fault fault = fault("event out of the term");
    fault.write(
        "events.json",
        """
        {"schemaVersion": 1, "events": [{"id": "late", "kind": "NON_ROUTINE",
         "risk": "equipment", "from": "2031-01-01", "to": "2031-02-01",
         "commodity": "electricity", "quantity": "100", "reason": "x"}]}
        """);
    Run run = Run.emc("validate", fault.folder);
    assertThat(run.out())
        .contains("event.out-of-term  events.json")
        .contains("事件 late")
        .contains("Event late");
  }

  /** A misspelt policy would be without effect; it is named. */
  @Test
  void aPolicyForAnUnknownFindingIsReported() throws IOException {
    Fault fault = fault("misspelt policy");
    fault.replace(
        CONTRACT,
        "\"clauses\"",
        "\"policies\": {\"findings\": {\"series.gapp\": \"BLOCK\"}}, \"clauses\"");
    Run run = Run.emc("validate", fault.folder);
    assertThat(run.out())
        .contains("contract.unknown-finding  contract.json #/policies/findings/series.gapp")
        .contains("核对拼写")
        .contains("check its spelling");
  }

  /** A case of the list below. */
  private interface Case {
    void run(String name) throws IOException;
  }

  private static DynamicTest test(String name, Case test) {
    return DynamicTest.dynamicTest(name, () -> test.run(name));
  }

  private Fault fault(String name) {
    return new Fault(name, "hosting-all-in/1");
  }

  @TestFactory
  Stream<DynamicTest> faultsOfReadings() {
    return Stream.of(
        test(
            "empty file",
            name -> fault(name).write(METER, "").isNamed(2, METER, "没有数据行", "no data rows")),
        test(
            "no rows",
            name ->
                fault(name)
                    .write(METER, "start,end,value_kWh\n")
                    .isNamed(2, METER, "没有数据行", "no data rows")),
        test(
            "missing file",
            name ->
                fault(name)
                    .change(CONTRACT, text -> text.replace("\"main\"", "\"other\""))
                    .isNamed(2, "meters/other.csv", "请放入证据文件夹", "put it into the evidence folder")),
        test(
            "missing column",
            name ->
                fault(name)
                    .replace(METER, "start,end,value_kWh", "start,end,reading_kWh")
                    .isNamed(2, METER, "value", "value")),
        test(
            "wrong unit",
            name ->
                fault(name).replace(METER, "value_kWh", "value_m3").isNamed(2, METER, "m3", "m3")),
        test(
            "missing unit",
            name ->
                fault(name)
                    .replace(METER, "value_kWh", "value")
                    .change(CONTRACT, text -> text.replaceAll(",\\s*\"unit\" *: *\"kWh\"", ""))
                    .isNamed(2, METER, "单位", "unit")),
        test(
            "two units",
            name ->
                fault(name)
                    .replace(METER, "value_kWh", "value_MWh")
                    .isNamed(2, METER, "MWh", "MWh")),
        test(
            "mixed offsets",
            name ->
                fault(name)
                    .replace(METER, FIRST, "2025-01-01T00:00:00+08:00,2025-02-01T00:00:00,82000\n")
                    .isNamed(2, METER + ":", "时区", "offset")),
        test(
            "duplicate interval",
            name ->
                fault(name)
                    .replace(METER, FIRST, FIRST + "2025-01-01,2025-02-01,82001\n")
                    .isNamed(2, METER + ":3", "82001", "82001")),
        test(
            "overlapping intervals",
            name ->
                fault(name)
                    .replace(METER, FIRST, "2025-01-01,2025-02-11,82000\n")
                    .isNamed(2, METER + ":", "重叠", "overlap")),
        test(
            "interval that ends before it starts",
            name ->
                fault(name)
                    .replace(METER, FIRST, "2025-01-31,2025-01-01,82000\n")
                    .isNamed(2, METER + ":2", "结束", "end")),
        test(
            "register that runs backwards",
            name ->
                fault(name)
                    .write(
                        METER,
                        "start,value_kWh\n2025-01-01,100\n2025-02-01,300\n2025-03-01,200\n2025-04-01,400\n")
                    .change(
                        CONTRACT,
                        text ->
                            text.replace(
                                "\"id\": \"main\"", "\"id\": \"main\", \"kind\": \"REGISTER\""))
                    .isNamed(2, METER + ":4", "表底从 300 降到 200", "falls from 300 to 200")),
        test(
            "not a number",
            name ->
                fault(name).replace(METER, "82000", "NaN").isNamed(2, METER + ":2", "NaN", "NaN")),
        test(
            "infinite value",
            name ->
                fault(name).replace(METER, "82000", "inf").isNamed(2, METER + ":2", "inf", "inf")),
        test(
            "text for a number",
            name ->
                fault(name)
                    .replace(METER, "82000", "eighty")
                    .isNamed(2, METER + ":2", "eighty", "eighty")),
        test(
            "negative headcount",
            name ->
                fault(name)
                    .replace("occupancy.csv", ",372", ",-372")
                    .isNamed(2, "occupancy.csv:3", "-372", "-372")),
        test(
            "separated by semicolons",
            name ->
                fault(name)
                    .change(METER, text -> text.replace(',', ';'))
                    .isNamed(2, METER + ":1", "分号", "semicolons")),
        test(
            "headcount of endless size",
            name ->
                fault(name)
                    .replace("occupancy.csv", ",372", ",1e400")
                    .isNamed(2, "occupancy.csv:3 [headcount]", "最多 40 位", "at most 40 digits")),
        test(
            "gap in the readings",
            name ->
                fault(name)
                    .replace(METER, "2025-02-01,2025-03-01,74100\n", "")
                    .isNamed(1, METER, "缺少", "missing")));
  }

  private static final String PRICES = "prices/electricity.csv";

  @TestFactory
  Stream<DynamicTest> faultsOfPricesAndScores() {
    return Stream.of(
        test(
            "index in a table of prices",
            name ->
                fault(name)
                    .replace(PRICES, "CNY/kWh", "index")
                    .isNamed(2, PRICES + ":2 [unit]", "价格单位 index", "Price unit index")),
        test(
            "negative price",
            name ->
                fault(name)
                    .replace(PRICES, "0.7350", "-0.7350")
                    .isNamed(2, PRICES + ":2 [price]", "-0.7350 小于零", "-0.7350 is below zero")),
        test(
            "negative weight",
            name ->
                fault(name)
                    .write(
                        SCORES,
                        """
                        start,end,item,weight,score,evidence
                        2025-01-01,2025-04-01,a,1.5,60,x
                        2025-01-01,2025-04-01,b,-0.5,10,x
                        """)
                    .isNamed(2, SCORES + ":3 [weight]", "权重 -0.5 小于零", "Weight -0.5")),
        test(
            "two assessments of one month",
            name ->
                fault(name)
                    .write(
                        SCORES,
                        """
                        start,end,item,weight,score,evidence
                        2025-01-01,2025-04-01,a,1,95,x
                        2025-01-01,2025-07-01,a,1,70,x
                        """)
                    .isNamed(2, SCORES, "2025-01-01/2025-07-01 重叠", "overlap")));
  }

  @TestFactory
  Stream<DynamicTest> faultsOfContracts() {
    return Stream.of(
        test(
            "unreadable contract",
            name -> {
              Fault fault = fault(name);
              Files.write(fault.folder.resolve(CONTRACT), new byte[] {(byte) 0xd6, (byte) 0xd0});
              fault.isNamed(2, CONTRACT, "以 UTF-8 编码保存", "save it in UTF-8");
            }),
        test(
            "multiplier of zero",
            name ->
                fault(name)
                    .replace(
                        CONTRACT, "\"id\": \"main\"", "\"id\": \"main\", \"multiplier\": \"0\"")
                    .isNamed(2, "#/meters/0/multiplier", "应大于零", "must be above zero")),
        test(
            "negative reference price",
            name ->
                fault(name)
                    .replace(CONTRACT, "\"0.7350\"", "\"-0.7350\"")
                    .isNamed(2, "#/prices/0/reference", "不能小于零", "must not be below zero")),
        test(
            "two ratios of one year",
            name ->
                new Fault(name, "shared-savings/1")
                    .change(
                        CONTRACT, text -> text.replaceAll("\"fromYear\" *: *4", "\"fromYear\": 1"))
                    .isNamed(2, "#/preset", "第 1 合同年有两个分享比例", "two ratios from contract year 1")),
        test(
            "currency without fen",
            name ->
                fault(name)
                    .replace(CONTRACT, "\"commodities\"", "\"currency\": \"JPY\", \"commodities\"")
                    .isNamed(2, "#/currency", "两位小数", "two decimals")),
        test(
            "fee with a part of a fen",
            name ->
                fault(name)
                    .change(
                        CONTRACT,
                        text ->
                            text.replaceAll(
                                "\"clauses\" *: *\\[ *\\]",
                                """
                                "clauses": [{"id": "service", "kind": "service-fee",
                                  "amount": "1000.005", "per": "STATEMENT"}]
                                """))
                    .isNamed(2, "#/clauses/0/amount", "两位小数", "two decimals")),
        test(
            "retention ceiling with a part of a fen",
            name ->
                fault(name)
                    .change(
                        CONTRACT,
                        text ->
                            text.replaceAll(
                                "\"clauses\" *: *\\[ *\\]",
                                """
                                "clauses": [{"id": "retention", "kind": "retention",
                                  "ratio": "0.05", "base": "GROSS", "ceiling": "30000.005",
                                  "releases": [{"date": "2025-12-31", "share": "1"}]}]
                                """))
                    .isNamed(2, "#/clauses/0/ceiling", "两位小数", "two decimals")),
        test(
            "advance with a part of a fen",
            name ->
                fault(name)
                    .change(
                        CONTRACT,
                        text ->
                            text.replaceAll(
                                "\"clauses\" *: *\\[ *\\]",
                                """
                                "clauses": [{"id": "advance", "kind": "advance", "part": "0.5",
                                  "advances": [{"date": "2025-01-01", "amount": "50000.005"}]}]
                                """))
                    .isNamed(2, "#/clauses/0/advances/0/amount", "两位小数", "two decimals")),
        test(
            "amount without words",
            name ->
                fault(name)
                    .replace(CONTRACT, "\"960000\"", "\"1e36\"")
                    .isNamed(1, "amount.too-large", "请检查读数、价格和合同金额的单位", "check the units")),
        test(
            "no JSON",
            name -> fault(name).write(CONTRACT, "{\"id\": ").isNamed(2, CONTRACT, "JSON", "JSON")),
        test(
            "unknown key",
            name ->
                fault(name)
                    .replace(CONTRACT, "\"annualStatement\"", "\"anualStatement\"")
                    .isNamed(2, "#/schedule/anualStatement", "未知", "Unknown key anualStatement")),
        test(
            "key given twice",
            name ->
                fault(name)
                    .replace(CONTRACT, "\"floorArea\"", "\"name\": \"二号楼\", \"floorArea\"")
                    .isNamed(2, CONTRACT, "name", "name")),
        test(
            "missing tax",
            name ->
                fault(name)
                    .change(CONTRACT, text -> text.replaceAll("\"tax\" *: *\\{[^}]*\\},?\\s*", ""))
                    .isNamed(2, CONTRACT, "缺少", "Key tax is missing")),
        test(
            "term that ends before it starts",
            name ->
                fault(name)
                    .replace(CONTRACT, "2030-01-01", "2024-01-01")
                    .isNamed(2, "#/term", "服务期结束日 2024-01-01", "must be after its start")),
        test(
            "risk without an entry",
            name ->
                fault(name)
                    .change(
                        CONTRACT,
                        text -> text.replaceAll("\"occupancy\" *: *\"INSTITUTION\",?", ""))
                    .change(
                        CONTRACT,
                        text ->
                            text.replaceAll(
                                "\"clauses\" *: *\\[ *\\]",
                                """
                                "clauses": [{"id": "heads", "kind": "driver-adjustment",
                                  "driver": "HEADCOUNT", "basis": "QUANTITY", "sensitivity": "0.5",
                                  "referenceValue": "351", "rule": {"mode": "ALWAYS"}}]
                                """))
                    .isNamed(2, CONTRACT, "occupancy", "occupancy")),
        test(
            "bands that overlap",
            name ->
                new Fault(name, "shared-savings/1")
                    .change(
                        CONTRACT,
                        text ->
                            text.replaceAll(
                                "(?s)\"ratios\" *: *\\[.*?\\]",
                                """
                                "bandMode": "MARGINAL", "bands": [{"upTo": "50000", "ratio": "0.7"},
                                  {"upTo": "30000", "ratio": "0.6"}, {"ratio": "0.5"}]
                                """))
                    .isNamed(2, "#/preset", "上限必须依次增大", "upper bounds must rise")),
        test(
            "equal parts of a broken year",
            name ->
                fault(name)
                    .replace(CONTRACT, "2030-01-01", "2026-07-01")
                    .replace(
                        CONTRACT,
                        "\"coefficient\"",
                        "\"spread\": {\"method\": \"EQUAL\"}, \"coefficient\"")
                    .isNamed(2, "#/preset", "恰有 4 个完整结算期", "needs 4 whole statements")),
        test(
            "guarantee that no statement tests",
            name ->
                new Fault(name, "guaranteed-savings/1")
                    .change(
                        CONTRACT,
                        text -> text.replaceAll("\"annualStatement\" *: *true", "\"dueDays\": 30"))
                    .isNamed(2, "#/preset", "永远不会被检验", "is never tested")),
        test(
            "tax rate that begins too late",
            name ->
                fault(name)
                    .replace(
                        CONTRACT, "\"0.06\"", "[{\"from\": \"2025-05-01\", \"rate\": \"0.06\"}]")
                    .isNamed(2, "#/tax/rate", "请补充此前的税率", "add the rate before")),
        test(
            "misspelt parameters",
            name ->
                fault(name)
                    .replace(CONTRACT, "\"parameters\"", "\"paramters\"")
                    .isNamed(2, "#/preset/paramters", "未知", "Unknown key paramters")),
        test(
            "number of endless size",
            name ->
                fault(name)
                    .replace(CONTRACT, "\"960000\"", "\"1e999999999\"")
                    .isNamed(2, "/baselines/0/annual", "十进制数", "decimal number")));
  }
}
