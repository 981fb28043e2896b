package org.emcsettlement.examples.emc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on many things, one at a time per core, and hands the results on in their order; only a few
 * wait at any time, so that memory does not grow with their number.
 */
final class CaseStream {

  private CaseStream() {}

  /** Computes a result for each item; results are taken by the calling thread. */
  static <T, R> void inOrder(List<T> items, Function<T, R> work, Consumer<R> results) {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService workers = Executors.newFixedThreadPool(cores);
    try {
      Deque<Future<R>> waiting = new ArrayDeque<>();
      for (T item : items) {
        waiting.add(workers.submit(() -> work.apply(item)));
        if (waiting.size() > 2 * cores) {
          results.accept(result(waiting.remove()));
        }
      }
      while (!waiting.isEmpty()) {
        results.accept(result(waiting.remove()));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } catch (ExecutionException fault) {
      throw new IllegalStateException(fault.getCause());
    }
  }
}
