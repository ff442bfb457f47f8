using AesthetixWorkflows.Local;
using AesthetixWorkflows.Local.SignIn;
using AesthetixWorkflows.Local.Storage;

if (LocalOptions.Parse(args, Environment.GetEnvironmentVariable("AESTHETIX_OWNER_KEY"), out var wrong) is not { } options)
{
    Console.Error.WriteLine($"{wrong}\n\n{LocalOptions.Usage}");
    return 2;
}
if (options.SignIn) return await AnotherLink.Print(options);
try
{
    await using var host = await LocalHost.Start(options);
    Console.WriteLine(host.Greeting);
    await host.Stopped;
    return 0;
}
catch (StoreRefusedException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 3;
}
