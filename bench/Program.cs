using AesthetixWorkflows.Bench;
using AesthetixWorkflows.Bench.Client;

// Without a verb: the conductor, which runs every measurement in a process of its own. `one` is such a process, and
// `hookclient` is the load that calls a host's hooks from outside.
return args is ["one", ..] ? await OneRun.Go(Options.Parse(args[1..]))
    : args is ["hookclient", ..] ? await HookClient.Go(args[1..])
    : await Conductor.Go(Options.Parse(args));
