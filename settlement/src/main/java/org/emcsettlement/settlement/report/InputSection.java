package org.emcsettlement.settlement.report;

import java.util.TreeMap;
import org.emcsettlement.core.json.InputDigest;
import org.emcsettlement.settlement.report.page.Content;
import org.emcsettlement.settlement.report.page.Markup;
import org.emcsettlement.settlement.report.page.Numbers;
import org.emcsettlement.settlement.report.page.Table;
import org.emcsettlement.settlement.statement.Bilingual;
import org.emcsettlement.settlement.statement.Statement;

/** What the statement was made from, each with its SHA-256, and its own digests. */
final class InputSection implements Section {

  @Override
  public Bilingual heading() {
    return new Bilingual("输入与摘要", "inputs and digests");
  }

  @Override
  public boolean applies(Statement statement) {
    return true;
  }

  @Override
  public void write(Statement statement, Markup page) {
    Table table = new Table().text("文件", "file").number("行数", "rows").text("SHA-256", "", 57);
    for (InputDigest input : statement.inputs()) {
      table.row(
          Content.code(input.name()),
          Content.text(Numbers.count(input.rows())),
          digest(input.sha256()));
    }
    table.row(
        Content.both("合同（模板已展开）", "contract, presets expanded"),
        Content.NONE,
        digest(statement.contractDigest()));
    new TreeMap<>(statement.baselineDigests())
        .forEach(
            (id, digest) ->
                table.row(
                    Content.both("冻结基准", "frozen baseline")
                        .then(cell -> cell.text(" "))
                        .then(Content.code(id)),
                    Content.NONE,
                    digest(digest)));
    table.row(Content.both("计算轨迹", "trail"), Content.NONE, digest(statement.trailDigest()));
    table.total(Content.both("本结算单", "this statement"), Content.NONE, digest(statement.digest()));
    table.write(page);
  }

  private static Content digest(String digest) {
    return page -> page.open("code", "class", "digest").data(digest).close("code");
  }
}
