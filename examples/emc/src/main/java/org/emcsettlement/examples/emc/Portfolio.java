package org.emcsettlement.examples.emc;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Does the same for several folders, with progress; a bad folder never stops the others. */
final class Portfolio {

  private Portfolio() {}

  /** Runs an action for every folder and returns the worst exit code. */
  static int each(List<Path> folders, CommandConsole console, ToIntFunction<Path> action) {
    if (folders.size() == 1) {
      return one(folders.get(0), console, action);
    }
    int worst = ExitCode.WRITTEN;
    try (ProgressBar progress = bar(folders.size())) {
      for (Path folder : folders) {
        worst = Math.max(worst, one(folder, console, action));
        progress.step();
      }
    }
    return worst;
  }

  /** A bar that counts folders. */
  static ProgressBar bar(int folders) {
    return new ProgressBarBuilder()
        .setTaskName("emc")
        .setInitialMax(folders)
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(200)
        .build();
  }

  private static int one(Path folder, CommandConsole console, ToIntFunction<Path> action) {
    try {
      return action.applyAsInt(folder);
    } catch (InvalidInputException invalid) {
      console.err().println("emc: " + invalid.getMessage());
      return ExitCode.INVALID;
    } catch (RuntimeException fault) {
      console.internal(folder, fault);
      return ExitCode.INTERNAL;
    }
  }
}
