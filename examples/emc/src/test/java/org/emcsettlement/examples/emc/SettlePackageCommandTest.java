package org.emcsettlement.examples.emc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package from the command line: its statements, and that they can be verified. */
class SettlePackageCommandTest {

  private static final String COMMON =
      """
       "term": {"start": "2025-01-01", "end": "2026-01-01"}, "boundary": {"name": "x"},
       "schedule": {"frequency": "ANNUAL"}, "tax": {"mode": "INCLUSIVE", "rate": "0.06"},
      """;

  @TempDir Path temp;

  private Path folder() throws IOException {
    Path folder = temp.resolve("two");
    put(
        folder.resolve("package.json"),
        "{\"schemaVersion\": 1, \"id\": \"two\", \"name\": \"two\", \"pooling\": \"NONE\","
            + COMMON
            + "\"parties\": {\"institution\": {\"name\": \"lead\"},"
            + " \"serviceProvider\": {\"name\": \"p\"}},"
            + "\"members\": [{\"id\": \"a\"}, {\"id\": \"b\"}], \"clauses\": [{\"id\": \"audit\","
            + " \"kind\": \"joint-cost\", \"name\": \"审核\", \"amount\": \"99.99\","
            + " \"per\": \"STATEMENT\"}],"
            + "\"allocations\": [{\"key\": {\"by\": \"TABLE\", \"table\": \"t\"}}]}");
    put(
        folder.resolve("weights.csv"),
        "from,member,key,value\n2025-01-01,a,t,75\n2025-01-01,b,t,25\n");
    for (String id : new String[] {"a", "b"}) {
      put(
          folder.resolve("members/" + id + "/contract.json"),
          "{\"schemaVersion\": 1, \"id\": \"m-"
              + id
              + "\", \"name\": \"m\","
              + COMMON
              + "\"parties\": {\"institution\": {\"name\": \"m\"},"
              + " \"serviceProvider\": {\"name\": \"p\"}}, \"clauses\": []}");
    }
    return folder;
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void statementsAreWrittenAndCanBeVerified() throws IOException {
    Path folder = folder();
    Path out = temp.resolve("out");
    Run settled = Run.emc("settle-package", folder, "--period", "Y1", "--out", out);
    assertThat(settled.code()).as(settled.err()).isEqualTo(ExitCode.WRITTEN);
    assertThat(settled.out()).contains("74.99", "25.00", "99.99");
    assertThat(out.resolve("members/a/statement.html")).exists();
    assertThat(out.resolve("members/b/trail.json")).exists();
    assertThat(out.resolve("joint/statement.json")).exists();
    assertThat(Files.readString(out.resolve("consolidated.csv"))).contains("JOINT_COST");
    Path issued = out.resolve("consolidated.json");
    assertThat(Run.emc("verify-package", folder, issued).out()).startsWith("VERIFIED");
    put(
        folder.resolve("weights.csv"),
        "from,member,key,value\n2025-01-01,a,t,70\n2025-01-01,b,t,30\n");
    Run differs = Run.emc("verify-package", folder, issued);
    assertThat(differs.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(differs.out()).startsWith("MISMATCH").contains("/allocations/0/members/a");
  }

  @Test
  void aMemberWithoutFolderIsToldAndTheOtherIsWritten() throws IOException {
    Path folder = folder();
    Files.delete(folder.resolve("members/b/contract.json"));
    Files.delete(folder.resolve("members/b"));
    Path out = temp.resolve("out");
    Run settled = Run.emc("settle-package", folder, "--period", "Y1", "--out", out);
    assertThat(settled.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(settled.err()).contains("package.member-folder");
    assertThat(out.resolve("members/a/statement.json")).exists();
    assertThat(out.resolve("members/b")).doesNotExist();
    assertThat(settled.out()).contains("BLOCKED", "PROVISIONAL");
  }

  /** What a member that left had there goes; what the run did not write, or was changed, stays. */
  @Test
  void aMemberThatLeftDoesNotStayInTheOutput() throws IOException {
    Path folder = folder();
    Path out = temp.resolve("out");
    Run.emc("settle-package", folder, "--period", "Y1", "--out", out);
    put(out.resolve("members/b/note.txt"), "mine");
    put(out.resolve("members/c/statement.json"), "{}");
    leave(folder);
    Run settled = Run.emc("settle-package", folder, "--period", "Y1", "--out", out);
    assertThat(settled.code()).as(settled.err()).isEqualTo(ExitCode.WRITTEN);
    assertThat(out.resolve("members/a/statement.json")).exists();
    for (String name :
        new String[] {"statement.json", "trail.json", "lines.csv", "statement.html"}) {
      assertThat(out.resolve("members/b/" + name)).doesNotExist();
    }
    assertThat(out.resolve("members/b/note.txt")).hasContent("mine");
    assertThat(out.resolve("members/c/statement.json")).exists();
  }

  @Test
  void aStatementThatSomebodyChangedStays() throws IOException {
    Path folder = folder();
    Path out = temp.resolve("out");
    Run.emc("settle-package", folder, "--period", "Y1", "--out", out);
    put(out.resolve("members/b/statement.json"), "{}");
    leave(folder);
    Run.emc("settle-package", folder, "--period", "Y1", "--out", out);
    assertThat(out.resolve("members/b/statement.json")).hasContent("{}");
    assertThat(out.resolve("members/b/trail.json")).exists();
  }

  private static void leave(Path folder) throws IOException {
    Path terms = folder.resolve("package.json");
    put(terms, Files.readString(terms).replace(", {\"id\": \"b\"}", ""));
    put(folder.resolve("weights.csv"), "from,member,key,value\n2025-01-01,a,t,75\n");
    Files.delete(folder.resolve("members/b/contract.json"));
    Files.delete(folder.resolve("members/b"));
  }
}
