// The Durable Task Scheduler: carries the orchestrations in place of the storage account, and shows them in a dashboard.
param name string
param location string
param tags object
param taskHubName string
param appPrincipalId string
@description('Empty: nobody but the app.')
param operatorPrincipalId string

var dataContributor = '0ad04412-c4d5-4796-b79c-f76d14c8d402'

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'Consumption' }
    // Empty would let nobody in. Who may do what is decided by the roles below.
    ipAllowlist: ['0.0.0.0/0']
  }

  resource hub 'taskHubs' = { name: taskHubName }
}

resource appMayWork 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: scheduler
  name: guid(scheduler.id, appPrincipalId, dataContributor)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', dataContributor)
  }
}

// The dashboard asks for the same role.
resource operatorMayLook 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorPrincipalId)) {
  scope: scheduler
  name: guid(scheduler.id, operatorPrincipalId, dataContributor)
  properties: {
    principalId: operatorPrincipalId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', dataContributor)
  }
}

output name string = scheduler.name
output endpoint string = scheduler.properties.endpoint
