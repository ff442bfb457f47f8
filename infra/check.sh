#!/usr/bin/env bash
# Compiles and lints the template; a warning is an error. The compiler comes as a NuGet package (115 MB, so not part of CI).
set -euo pipefail
cd "$(dirname "$0")"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/Compiler.csproj" <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageReference Include="Azure.Bicep.CommandLine.linux-x64" Version="0.49.2" GeneratePathProperty="true" /></ItemGroup>
</Project>
PROJECT
dotnet restore "$work/Compiler.csproj" -v quiet
bicep="$(dotnet msbuild "$work/Compiler.csproj" -getProperty:PkgAzure_Bicep_CommandLine_linux-x64)/tools/bicep"

said=$("$bicep" lint main.bicep 2>&1 || true)
if [ -n "$said" ]; then echo "$said"; exit 1; fi
"$bicep" build main.bicep --outfile "$work/main.json"
for file in main.bicep modules/*.bicep; do
  "$bicep" format "$file" --stdout | cmp -s - "$file" || { echo "$file: bicep format $file"; exit 1; }
done
echo "$("$bicep" --version): no warnings"
